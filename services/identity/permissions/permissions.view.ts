// What users may do, from what is kept of them.
import type { Params, Permission, Result } from '#contracts';
import { may, type Caller } from '#lib/caller';
import { fail } from '#lib/errors';
import type { Database } from '#lib/database';
import { world } from '#lib/world';
import { effective, withDefault, type Held, type Roles } from './role.rules.ts';
import { findGrants, findRoles } from './role.store.ts';

export interface Holding {
  roles: Roles;
  /** The default role included, unless it was taken away. */
  grants: Held[];
}

/** The roles that a user has. */
export async function holdingOf(db: Database, user_id: string): Promise<Holding> {
  const [roles, grants] = [await findRoles(db), await findGrants(db, user_id)];
  return { roles, grants: withDefault(grants) };
}

type Asked = Params<'permissions.check'>;

/** Whose permissions are asked for: the caller's own, or with permissions:check those of others. Throws PERMISSION_DENIED. */
export function askedOf(caller: Caller, { user_id = caller.user_id }: Asked): string {
  if (user_id !== caller.user_id && !may(caller, 'permissions:check'))
    throw fail('PERMISSION_DENIED', { permission: 'permissions:check' });
  return user_id;
}

/** Answers checks, each user's roles read once. A caller's own answer is what they may do by the token that they use. */
export async function checkAll(
  db: Database,
  caller: Caller,
  checks: readonly Asked[],
): Promise<Result<'permissions.check'>[]> {
  const known = new Map<string, (permission: Permission, resource?: string) => boolean>([
    [caller.user_id, (permission, resource) => may(caller, permission, resource)],
  ]);
  const answers = [];
  for (const asked of checks) {
    const user_id = askedOf(caller, asked);
    const allows = known.get(user_id) ?? (await checkerOf(db, user_id));
    known.set(user_id, allows);
    answers.push({ allowed: allows(asked.permission, asked.resource) });
  }
  return answers;
}

async function checkerOf(db: Database, user_id: string) {
  const { roles, grants } = await holdingOf(db, user_id);
  const { permissions, scoped } = effective(roles, grants, world.now());
  return (permission: Permission, resource?: string) =>
    may({ user_id, permissions, scoped }, permission, resource);
}
