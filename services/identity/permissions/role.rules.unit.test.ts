import type { Permission, Role } from '#contracts';
import { permissionNames } from '#contracts/permissions';
import { codeOf } from '#lib/errors';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  effective,
  mustFit,
  mustKeepAdmin,
  mustNotExceed,
  mustNotExclude,
  pathsTo,
  withDefault,
  type Held,
} from './role.rules.ts';

const at = '2026-01-31T12:00:00.000Z';
const later = '2026-01-31T12:00:00.001Z';

const role = (name: string, changes: Partial<Role> = {}): Role => ({
  name,
  description: '',
  permissions: [],
  inherits: [],
  excludes: [],
  built_in: false,
  ...changes,
});
const named = (...roles: Role[]) => new Map(roles.map((each) => [each.name, each]));
const holding = (name: string, changes: Partial<Held> = {}): Held => ({
  role: name,
  resource: null,
  expires_at: null,
  ...changes,
});
const refusal = (work: () => unknown) => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return codeOf(error);
  }
};

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const [first, second, third] = permissionNames as [Permission, Permission, Permission];

/** Roles of which each inherits only later ones: any graph without a cycle. */
const anyRoles = fc
  .tuple(
    ...NAMES.map((name, i) =>
      fc.record({
        name: fc.constant(name),
        permissions: fc.subarray([first, second, third]),
        inherits: fc.subarray(NAMES.slice(i + 1)),
      }),
    ),
  )
  .map((roles) => named(...roles.map(({ name, ...changes }) => role(name, changes))));

const anyGrants = fc.array(
  fc.record({
    role: fc.constantFrom(...NAMES, 'gone'),
    resource: fc.constantFrom(null, 'campaign:1', 'campaign:2'),
    expires_at: fc.constantFrom(null, at, later),
  }),
  { maxLength: 5 },
);

/** The same, without any cleverness: asks each role, and each that it inherits. */
function naivelyAllows(
  roles: ReadonlyMap<string, Role>,
  grants: Held[],
  permission: Permission,
  resource: string | null,
) {
  const has = (name: string): boolean => {
    const it = roles.get(name);
    return it !== undefined && (it.permissions.includes(permission) || it.inherits.some(has));
  };
  return grants.some(
    (grant) =>
      (grant.expires_at === null || grant.expires_at > at) &&
      (grant.resource === null || grant.resource === resource) &&
      has(grant.role),
  );
}

test('whatever roles inherit and whatever is granted where, the sets, the paths and a naive search agree', () => {
  fc.assert(
    fc.property(
      anyRoles,
      anyGrants,
      fc.constantFrom(first, second, third),
      fc.constantFrom(null, 'campaign:1', 'campaign:2', 'campaign:3'),
      (roles, grants, permission, resource) => {
        const expected = naivelyAllows(roles, grants, permission, resource);
        const { permissions, scoped } = effective(roles, grants, at);
        const isIn =
          permissions.has(permission) ||
          (resource !== null && scoped.get(resource)?.has(permission) === true);
        expect(isIn).toBe(expected);
        expect(pathsTo(roles, grants, { permission, resource }, at).length > 0).toBe(expected);
      },
    ),
  );
});

test('to revoke the grants of all paths ends it, and to leave one of them does not', () => {
  fc.assert(
    fc.property(anyRoles, anyGrants, (roles, grants) => {
      const asked = { permission: first, resource: 'campaign:1' };
      const paths = pathsTo(roles, grants, asked, at);
      const isNamed = ({ role: name, resource }: Held) =>
        paths.some(({ grant }) => grant.role === name && grant.resource === resource);
      expect(
        pathsTo(
          roles,
          grants.filter((grant) => !isNamed(grant)),
          asked,
          at,
        ),
      ).toEqual([]);
      for (const { grant } of paths)
        expect(
          pathsTo(
            roles,
            grants.filter(({ role: name, resource }) => name === grant.role && resource === grant.resource),
            asked,
            at,
          ),
        ).not.toEqual([]);
    }),
  );
});

test('a path names each role from the one that was granted to the one that allows, the shortest way', () => {
  const roles = named(
    role('a', { inherits: ['b', 'c'] }),
    role('b', { inherits: ['d'] }),
    role('c', { inherits: ['b'] }),
    role('d', { permissions: [first] }),
  );
  expect(pathsTo(roles, [holding('a')], { permission: first, resource: null }, at)).toEqual([
    { grant: holding('a'), roles: ['a', 'b', 'd'] },
  ]);
});

test('what somebody may do is known until the first of their grants ends', () => {
  const roles = named(role('a', { permissions: [first] }));
  const until = (...grants: Held[]) => effective(roles, grants, at).until;
  expect(until(holding('a'))).toBeNull();
  expect(until(holding('a'), holding('a', { resource: 'campaign:1', expires_at: later }))).toBe(later);
  expect(until(holding('a', { expires_at: at }))).toBeNull();
});

test('a role can not inherit itself, over however many others, nor roles that there are not', () => {
  const others = named(role('b', { inherits: ['c'] }), role('c', { inherits: ['a'] }), role('a'));
  expect(refusal(() => mustFit(others, role('a', { inherits: ['b'] })))).toBe('ROLE_CYCLE');
  expect(refusal(() => mustFit(others, role('a', { inherits: ['a'] })))).toBe('ROLE_CYCLE');
  expect(refusal(() => mustFit(others, role('d', { inherits: ['gone'] })))).toBe('ROLE_NOT_FOUND');
  expect(refusal(() => mustFit(others, role('d', { excludes: ['gone'] })))).toBe('ROLE_NOT_FOUND');
  expect(refusal(() => mustFit(others, role('d', { inherits: ['b'] })))).toBe('ok');
});

test('nobody has two roles that exclude each other: whoever says so, wherever they hold, and by whatever they inherit', () => {
  const roles = named(
    role('pays', { excludes: ['audits'] }),
    role('audits'),
    role('boss', { inherits: ['pays'] }),
    role('free'),
  );
  const refused = (...grants: Held[]) => refusal(() => mustNotExclude(roles, grants, at));
  expect(refused(holding('pays'), holding('audits'))).toBe('ROLES_EXCLUDE');
  expect(refused(holding('audits'), holding('boss'))).toBe('ROLES_EXCLUDE');
  expect(refused(holding('audits', { resource: 'campaign:1' }), holding('boss'))).toBe('ROLES_EXCLUDE');
  expect(refused(holding('audits', { expires_at: at }), holding('boss'))).toBe('ok');
  expect(refused(holding('audits'), holding('free'))).toBe('ok');
  expect(refusal(() => mustFit(roles, role('both', { inherits: ['boss', 'audits'] })))).toBe('ROLES_EXCLUDE');
});

test('nobody gives more than they have', () => {
  expect(refusal(() => mustNotExceed([first, second], new Set([first])))).toBe('GRANT_EXCEEDS_OWN');
  expect(refusal(() => mustNotExceed([first], new Set([first, second])))).toBe('ok');
});

test('an admin is left who is one everywhere and for good', () => {
  const left = (changes: Partial<Held>) => refusal(() => mustKeepAdmin([holding('admin', changes)]));
  expect(left({})).toBe('ok');
  expect(left({ expires_at: later })).toBe('LAST_ADMIN');
  expect(left({ resource: 'campaign:1' })).toBe('LAST_ADMIN');
  expect(refusal(() => mustKeepAdmin([]))).toBe('LAST_ADMIN');
});

test('everybody has the default role, unless it was taken from them', () => {
  const row = (changes: object) => ({ ...holding('member'), revoked_at: null, ...changes });
  expect(withDefault([])).toEqual([holding('member')]);
  expect(withDefault([row({ role: 'admin' })]).map((grant) => grant.role)).toEqual(['member', 'admin']);
  expect(withDefault([row({ resource: 'campaign:1' })])).toHaveLength(2);
  expect(withDefault([row({ revoked_at: at })])).toEqual([]);
  expect(withDefault([row({ expires_at: later })])).toEqual([row({ expires_at: later })]);
});
