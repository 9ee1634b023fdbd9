// How roles are changed: one transaction at a time, with what it tells others.
import type { Params, Role } from '#contracts';
import type { Caller } from '#lib/caller';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { world, type Instant } from '#lib/world';
import { publishing, type PublishingTransaction } from '#mixins/outbox';
import {
  current,
  mustFit,
  mustNotExceed,
  mustNotExclude,
  permissionsOf,
  withDefault,
  withInherited,
  type Roles,
} from './role.rules.ts';
import { findHolders, findRoles, insertChange, lockRoles } from './role.store.ts';

type By = Pick<Ctx<unknown>, 'meta' | 'requestID'>;

export interface Changing {
  tx: PublishingTransaction;
  caller: Caller;
  roles: Map<string, Role>;
  at: Instant;
}

/** Runs a change, with all roles as they stay until it has committed. */
export const changing = <T>(
  service: Service,
  { meta, requestID }: By,
  work: (it: Changing) => Promise<T>,
): Promise<T> =>
  publishing(service, { requestID, user_id: meta.caller!.user_id }, async (tx) => {
    await lockRoles(tx);
    return work({ tx, caller: meta.caller!, roles: await findRoles(tx), at: world.now() });
  });

/** Throws ROLE_NOT_FOUND. */
export function roleNamed(roles: Roles, name: string): Role {
  const role = roles.get(name);
  if (!role) throw fail('ROLE_NOT_FOUND', { name });
  return role;
}

/** Throws ROLE_NOT_FOUND, ROLE_BUILT_IN. */
export function ownRole(roles: Roles, name: string): Role {
  const role = roleNamed(roles, name);
  if (role.built_in) throw fail('ROLE_BUILT_IN', { name });
  return role;
}

type Change = Omit<Params<'permissions.update_role'>, 'name'>;

/** A role with a change. Throws what `mustFit` throws, GRANT_EXCEEDS_OWN, and ROLES_EXCLUDE for those who have it. */
export async function changed(
  { tx, caller, roles, at }: Changing,
  role: Role,
  change: Change,
): Promise<Role> {
  const after = { ...role, ...change };
  mustFit(roles, after);
  const all = new Map(roles).set(role.name, after);
  mustNotExceed([...permissionsOf(roles, role.name), ...permissionsOf(all, role.name)], caller.permissions);
  // Also by what inherits it: whoever has one of those has this one.
  const names = [...all.keys()].filter((name) => withInherited(all, name).has(role.name));
  const byUser = Map.groupBy(await findHolders(tx, names), ({ user_id }) => user_id);
  for (const grants of byUser.values()) mustNotExclude(all, current(withDefault(grants), at), at);
  return after;
}

/** Says that a role has changed: to other services, and to every node. */
export async function tellOfRole(
  { tx, caller, at }: Changing,
  name: string,
  before: Role | null,
  after: Role | null,
): Promise<void> {
  await insertChange(tx, null, at);
  await tx.publish('role.changed', { name, before, after, by: caller.user_id, at });
}
