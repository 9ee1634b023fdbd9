// Who calls, and what they may do.
import type { Permission } from '#contracts';

/** A user or a program of theirs, with what it may do: by the gateway's word, which the service has verified. */
export interface Caller {
  user_id: string;
  /** Of a user who signed in; a program has none. */
  login_session_id?: string;
  /** Everywhere. */
  permissions: ReadonlySet<Permission>;
  /** On single resources, such as `campaign:<id>`, beyond those. */
  scoped: ReadonlyMap<string, ReadonlySet<Permission>>;
}

/** Whether a caller may do this: everywhere, or on this resource. */
export const may = (caller: Caller | undefined, permission: Permission, resource?: string): boolean =>
  caller !== undefined &&
  (caller.permissions.has(permission) ||
    (resource !== undefined && caller.scoped.get(resource)?.has(permission) === true));

/** The same, or that it is their own: of the user `owner_id`. */
export const ownsOrMay = (
  caller: Caller | undefined,
  owner_id: string,
  permission: Permission,
  resource: string,
): boolean => caller?.user_id === owner_id || may(caller, permission, resource);
