// What roles allow. Pure functions.
import type { Permission, Role, RoleGrant } from '#contracts';
import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { fail } from '#lib/errors';
import type { Instant } from '#lib/world';

/** All roles, by name. */
export type Roles = ReadonlyMap<string, Role>;

/** What matters of a grant. */
export type Held = Pick<RoleGrant, 'role' | 'resource' | 'expires_at'>;

/** A role with all that it inherits, nearest first; nothing of a role that is gone. */
export function withInherited(roles: Roles, name: string): Set<string> {
  const found = new Set<string>();
  const left = [name];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const role = roles.get(next);
    if (!role || found.has(next)) continue;
    found.add(next);
    left.push(...role.inherits);
  }
  return found;
}

/** What a role allows, with all that it inherits. */
export const permissionsOf = (roles: Roles, name: string): Set<Permission> =>
  new Set([...withInherited(roles, name)].flatMap((each) => roles.get(each)!.permissions));

/** The grants that hold at a time. */
export const current = <G extends Held>(grants: readonly G[], at: Instant): G[] =>
  grants.filter(({ expires_at }) => expires_at === null || expires_at > at);

export interface Effective {
  /** Everywhere. */
  permissions: Set<Permission>;
  /** On single resources. */
  scoped: Map<string, Set<Permission>>;
  /** When the first of the grants ends; null: none does. */
  until: Instant | null;
}

/** What somebody with these grants may do. */
export function effective(roles: Roles, grants: readonly Held[], at: Instant): Effective {
  const permissions = new Set<Permission>();
  const scoped = new Map<string, Set<Permission>>();
  const held = current(grants, at);
  for (const { role, resource } of held) {
    const place = resource === null ? permissions : (scoped.get(resource) ?? new Set());
    if (resource !== null) scoped.set(resource, place);
    for (const permission of permissionsOf(roles, role)) place.add(permission);
  }
  const ends = held.map(({ expires_at }) => expires_at).filter((end) => end !== null);
  return { permissions, scoped, until: ends.sort()[0] ?? null };
}

/** Throws ROLES_EXCLUDE where somebody with these grants would have two roles that exclude each other. */
export function mustNotExclude(roles: Roles, grants: readonly Held[], at: Instant): void {
  const held = new Set(current(grants, at).flatMap(({ role }) => [...withInherited(roles, role)]));
  for (const name of held) {
    const other = roles.get(name)!.excludes.find((excluded) => held.has(excluded));
    if (other !== undefined) throw fail('ROLES_EXCLUDE', { roles: [name, other].sort() });
  }
}

/** Throws where a role can't be what it is to be: ROLE_NOT_FOUND, ROLE_CYCLE, ROLES_EXCLUDE. */
export function mustFit(others: Roles, role: Role): void {
  const roles = new Map(others).set(role.name, role);
  const unknown = [...role.inherits, ...role.excludes].find((name) => !roles.has(name));
  if (unknown !== undefined) throw fail('ROLE_NOT_FOUND', { name: unknown });
  const cycle = cycleFrom(roles, role.name);
  if (cycle) throw fail('ROLE_CYCLE', { cycle });
  mustNotExclude(roles, [{ role: role.name, resource: null, expires_at: null }], '');
}

/** The roles by which a role would inherit itself; undefined: it doesn't. */
function cycleFrom(roles: Roles, start: string): string[] | undefined {
  const seen = new Set<string>();
  const search = (path: string[]): string[] | undefined => {
    for (const next of roles.get(path.at(-1)!)?.inherits ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search([start]);
}

/** Nobody gives or takes more than they have: else who may grant could make themselves an admin. Throws GRANT_EXCEEDS_OWN. */
export function mustNotExceed(given: Iterable<Permission>, own: ReadonlySet<Permission>): void {
  const missing = [...given].filter((permission) => !own.has(permission)).sort();
  if (missing.length > 0) throw fail('GRANT_EXCEEDS_OWN', { missing });
}

/** Somebody must be left who can say what others may: an admin everywhere, for good. Throws LAST_ADMIN. */
export function mustKeepAdmin(
  held: { role: string; resource: string | null; expires_at: Instant | null }[],
): void {
  if (
    !held.some(
      ({ role, resource, expires_at }) => role === 'admin' && resource === null && expires_at === null,
    )
  )
    throw fail('LAST_ADMIN');
}

/** The default role is everybody's, unless it was taken away. */
export const withDefault = <G extends Held & { revoked_at: Instant | null }>(rows: readonly G[]): Held[] => [
  ...(rows.some(({ role, resource }) => role === DEFAULT_ROLE && resource === null)
    ? []
    : [{ role: DEFAULT_ROLE, resource: null, expires_at: null }]),
  ...rows.filter(({ revoked_at }) => revoked_at === null),
];

export interface Path {
  grant: Held;
  /** From the role that was granted to the one that has the permission. */
  roles: string[];
}

/** Each way by which these grants allow something on a resource (null: everywhere): the shortest of each grant and role. */
export function pathsTo(
  roles: Roles,
  grants: readonly Held[],
  { permission, resource }: { permission: Permission; resource: string | null },
  at: Instant,
): Path[] {
  const those = current(grants, at).filter((grant) => grant.resource === null || grant.resource === resource);
  return those.flatMap(({ role, resource: on, expires_at }) =>
    chains(roles, role)
      .filter((chain) => roles.get(chain.at(-1)!)!.permissions.includes(permission))
      .map((chain) => ({ grant: { role, resource: on, expires_at }, roles: chain })),
  );
}

/** From a role to each that it inherits, itself included: the shortest way. */
function chains(roles: Roles, start: string): string[][] {
  const found = new Map<string, string[]>();
  const left = [[start]];
  for (let chain = left.shift(); chain !== undefined; chain = left.shift()) {
    const name = chain.at(-1)!;
    const role = roles.get(name);
    if (!role || found.has(name)) continue;
    found.set(name, chain);
    for (const next of role.inherits) left.push([...chain, next]);
  }
  return [...found.values()];
}

/** The roles that allow something. */
export const rolesAllowing = (roles: Roles, permission: Permission): string[] =>
  [...roles.keys()].filter((name) => permissionsOf(roles, name).has(permission)).sort();
