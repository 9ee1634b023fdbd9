// Callers of the built-in roles, for rules and for calls.
import { builtInRoles, type BuiltInRoleName } from '#contracts/identity/roles';
import type { Permission } from '#contracts';
import type { Caller } from '#lib/caller';
import { world } from '#lib/world';

/** This user, with a role everywhere. */
export const callerOf = (user_id: string, role: BuiltInRoleName = 'member'): Caller => ({
  user_id,
  permissions: permissionsOf(role),
  scoped: new Map(),
});

/** Somebody new. */
export const aCaller = (role?: BuiltInRoleName): Caller => callerOf(world.newId(), role);

/** What a built-in role gives, with what it inherits. */
export function permissionsOf(role: string): ReadonlySet<Permission> {
  const { permissions, inherits } = builtInRoles.find(({ name }) => name === role)!;
  return new Set([...permissions, ...inherits.flatMap((name) => [...permissionsOf(name)])]);
}
