import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import { aCaller, callerOf } from '#test/callers';
import { startTestPlatform, until, delivery, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
const admin = { caller: aCaller('admin') };

beforeAll(async () => {
  platform = await startTestPlatform({ services: ['auth', 'permissions', 'users'], nodes: 2 });
});
afterAll(() => platform?.stop());

const outcomeOf = (asked: Promise<unknown>) => asked.then(() => 'ok', codeOf);
const aRole = () => `role-${world.newId().slice(-12)}`;

async function aUser() {
  const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}`, name: 'Ann' };
  const { user } = await platform.call('auth.register', account);
  return { id: user.id, password: account.password, by: { caller: callerOf(user.id) } };
}
const grant = (
  id: string,
  name: string,
  more: { resource?: string; expires_at?: string | null } = {},
  by: object = admin,
) => platform.call('permissions.grant_role', { id, name, ...more }, by);
const revoke = (id: string, name: string, more: { resource?: string } = {}, by: object = admin) =>
  platform.call('permissions.revoke_role', { id, name, ...more }, by);
const effective = async (user_id: string) =>
  platform.call('permissions.read_effective', { user_id, roles: [] });
const since = async () => (await platform.call('permissions.read_changes', { since: null })).seq;

test('whoever registers is a member at once, and has the role on record once that was heard', async () => {
  const { id, by } = await aUser();
  expect((await effective(id)).permissions).toContain('pledges:create');
  await until(async () => (await platform.call('permissions.list_grants', { id }, by)).data.length === 1);
  expect((await platform.call('permissions.list_grants', { id }, by)).data).toMatchObject([
    { role: 'member', resource: null, expires_at: null, granted_by: null },
  ]);
});

test('a role is granted on one resource, for a time, and taken away; every node hears of each', async () => {
  const { id } = await aUser();
  const [resource, expires_at] = ['campaign:1', '2999-01-01T00:00:00.000Z'];
  let seq = await since();
  expect(await grant(id, 'organiser', { resource, expires_at })).toMatchObject({
    role: 'organiser',
    resource,
    expires_at,
  });
  const { scoped, until: end } = await effective(id);
  expect(scoped).toEqual([{ resource, permissions: expect.arrayContaining(['campaigns:manage']) }]);
  expect(end).toBe(expires_at);
  const heard = await platform.call('permissions.read_changes', { since: seq }, {}, 1);
  expect(heard).toMatchObject({ user_ids: [id], everybody: false });
  seq = heard.seq;
  expect((await revoke(id, 'organiser', { resource })).data.map(({ role }) => role)).not.toContain(
    'organiser',
  );
  expect((await effective(id)).scoped).toEqual([]);
  expect(await platform.call('permissions.read_changes', { since: seq }, {}, 1)).toMatchObject({
    user_ids: [id],
  });
  expect(await outcomeOf(revoke(id, 'organiser', { resource }))).toBe('ok');
});

test('the role that everybody has can be taken from somebody, who then may do nothing', async () => {
  const { id } = await aUser();
  await until(async () => (await platform.call('permissions.list_grants', { id }, admin)).data.length === 1);
  await revoke(id, 'member');
  expect((await effective(id)).permissions).toEqual([]);
  await grant(id, 'member');
  expect((await effective(id)).permissions).toContain('pledges:create');
});

test("roles of their own inherit, and a change of one is everybody's", async () => {
  const [low, high] = [aRole(), aRole()];
  const { id } = await aUser();
  await platform.call('permissions.create_role', { name: low, permissions: ['ops:read'] }, admin);
  await platform.call('permissions.create_role', { name: high, inherits: [low] }, admin);
  await grant(id, high);
  expect((await effective(id)).permissions).toContain('ops:read');
  const seq = await since();
  await platform.call('permissions.update_role', { name: low, permissions: ['ops:verify'] }, admin);
  expect((await effective(id)).permissions).toEqual(expect.arrayContaining(['ops:verify']));
  expect((await effective(id)).permissions).not.toContain('ops:read');
  expect(await platform.call('permissions.read_changes', { since: seq })).toMatchObject({ everybody: true });
  expect(await outcomeOf(platform.call('permissions.delete_role', { name: low }, admin))).toBe(
    'ROLE_INHERITED',
  );
  await platform.call('permissions.delete_role', { name: high }, admin);
  expect((await effective(id)).permissions).not.toContain('ops:verify');
  expect(await outcomeOf(platform.call('permissions.delete_role', { name: low }, admin))).toBe('ok');
});

test('a role that was deleted is nobody’s, also when another of its name is made', async () => {
  const name = aRole();
  const { id } = await aUser();
  await platform.call('permissions.create_role', { name, permissions: ['ops:read'] }, admin);
  await grant(id, name);
  await platform.call('permissions.delete_role', { name }, admin);
  expect((await effective(id)).permissions).not.toContain('ops:read');
  await platform.call('permissions.create_role', { name, permissions: ['ops:read'] }, admin);
  expect((await effective(id)).permissions).not.toContain('ops:read');
});

test('a change that would give somebody two roles that exclude each other is refused', async () => {
  const name = aRole();
  const { id } = await aUser();
  await grant(id, 'operator');
  expect(await outcomeOf(grant(id, 'auditor'))).toBe('ROLES_EXCLUDE');
  await platform.call('permissions.create_role', { name }, admin);
  await grant(id, name);
  const change = { name, inherits: ['auditor'] };
  expect(await outcomeOf(platform.call('permissions.update_role', change, admin))).toBe('ROLES_EXCLUDE');
});

test('built-in roles stay as they are, and roles that there are not are told', async () => {
  const update = (name: string) => platform.call('permissions.update_role', { name, description: '' }, admin);
  expect(await outcomeOf(update('admin'))).toBe('ROLE_BUILT_IN');
  expect(await outcomeOf(update('emperor'))).toBe('ROLE_NOT_FOUND');
  expect(await outcomeOf(platform.call('permissions.create_role', { name: 'admin' }, admin))).toBe(
    'ROLE_EXISTS',
  );
  const { id } = await aUser();
  expect(await outcomeOf(grant(id, 'emperor'))).toBe('ROLE_NOT_FOUND');
  expect(await outcomeOf(grant(world.newId(), 'support'))).toBe('USER_NOT_FOUND');
  expect(await outcomeOf(grant(id, 'support', { expires_at: '2020-01-01T00:00:00Z' }))).toBe(
    'VALIDATION_FAILED',
  );
});

test('who may grant roles gives none that has more than they have, and takes none', async () => {
  const by = {
    caller: {
      ...aCaller('support'),
      permissions: new Set(['roles:grant', 'roles:manage', 'users:read'] as const),
    },
  };
  const { id } = await aUser();
  expect(await outcomeOf(grant(id, 'admin', {}, by))).toBe('GRANT_EXCEEDS_OWN');
  expect(await outcomeOf(revoke(id, 'member', {}, by))).toBe('GRANT_EXCEEDS_OWN');
  const wish = { name: aRole(), permissions: ['ops:retry' as const] };
  expect(await outcomeOf(platform.call('permissions.create_role', wish, by))).toBe('GRANT_EXCEEDS_OWN');
  expect(
    await outcomeOf(platform.call('permissions.create_role', { ...wish, permissions: ['users:read'] }, by)),
  ).toBe('ok');
  expect(await outcomeOf(grant(id, wish.name, {}, by))).toBe('ok');
});

test("of two admins who take each other's role at once one stays", async () => {
  const [one, two] = [await aUser(), await aUser()];
  await platform.db('permissions').query(`delete from user_roles where role = 'admin'`);
  await grant(one.id, 'admin');
  await grant(two.id, 'admin');
  const rival = await platform.db('permissions').connect();
  await rival.query('begin');
  await rival.query(`select pg_advisory_xact_lock(hashtext('roles'))`);
  const both = Promise.all([
    outcomeOf(platform.call('permissions.revoke_role', { id: two.id, name: 'admin' }, admin, 0)),
    outcomeOf(platform.call('permissions.revoke_role', { id: one.id, name: 'admin' }, admin, 1)),
  ]);
  await platform.blocked('permissions', 2);
  await rival.query('commit');
  rival.release();
  expect((await both).sort()).toEqual(['LAST_ADMIN', 'ok']);
  const { rows } = await platform
    .db('permissions')
    .query<{ user_id: string }>(`select user_id from user_roles where role = 'admin'`);
  const ends = { expires_at: '2999-01-01T00:00:00Z' };
  expect(await outcomeOf(grant(rows[0]!.user_id, 'admin', ends))).toBe('LAST_ADMIN');
});

test('an admin who deletes their account lays down the role; the last one stays', async () => {
  await platform.db('permissions').query(`delete from user_roles where role = 'admin'`);
  const people = [await aUser(), await aUser()];
  for (const { id } of people) await grant(id, 'admin');
  const leave = ({ by, password }: (typeof people)[number]) =>
    outcomeOf(platform.call('auth.delete', { password }, by));
  expect(await leave(people[0]!)).toBe('ok');
  expect((await effective(people[0]!.id)).permissions).not.toContain('roles:grant');
  expect(await leave(people[1]!)).toBe('LAST_ADMIN');
  expect((await effective(people[1]!.id)).permissions).toContain('roles:grant');
  expect(await leave(await aUser())).toBe('ok');
});

test('checks are answered by the token that asks; for others they need a permission', async () => {
  const { id, by } = await aUser();
  await grant(id, 'organiser', { resource: 'campaign:1' });
  const check = (asked: object, who: object = by) =>
    platform.call('permissions.check', { permission: 'campaigns:manage', ...asked }, who);
  expect(await check({})).toEqual({ allowed: false });
  expect(await check({ permission: 'pledges:create' })).toEqual({ allowed: true });
  expect(await outcomeOf(check({ user_id: world.newId() }))).toBe('PERMISSION_DENIED');
  expect(await check({ user_id: id }, admin)).toEqual({ allowed: false });
  expect(await check({ user_id: id, resource: 'campaign:1' }, admin)).toEqual({ allowed: true });
  const checks = [
    { permission: 'campaigns:manage' as const, user_id: id, resource: 'campaign:1' },
    { permission: 'campaigns:manage' as const, user_id: id, resource: 'campaign:2' },
    { permission: 'campaigns:manage' as const },
  ];
  const { data } = await platform.call('permissions.check_batch', { checks }, admin);
  expect(data.map(({ allowed }) => allowed)).toEqual([true, false, true]);
});

test('an explanation names the path, what would end it, or who could', async () => {
  const { id } = await aUser();
  await grant(id, 'support');
  const explain = (permission: 'pledges:create' | 'ops:retry') =>
    platform.call('permissions.explain', { permission, user_id: id }, admin);
  const allowed = await explain('pledges:create');
  expect(allowed).toMatchObject({ allowed: true });
  expect(allowed.paths.map(({ roles }) => roles)).toEqual(
    expect.arrayContaining([['member'], ['support', 'member']]),
  );
  expect(allowed.ended_by).toEqual(
    expect.arrayContaining([
      { role: 'member', resource: null },
      { role: 'support', resource: null },
    ]),
  );
  expect(await explain('ops:retry')).toEqual({
    allowed: false,
    paths: [],
    ended_by: [],
    allowed_by: expect.arrayContaining(['admin', 'operator']),
  });
});

test('a user who was erased has no role left, and every node hears of it', async () => {
  const { id } = await aUser();
  await grant(id, 'support');
  const seq = await since();
  await platform.deliver('permissions', [
    delivery('user.erased', id, { user_id: id, erased_at: world.now() }),
  ]);
  expect(await platform.count('permissions', 'user_roles where user_id = $1', id)).toBe(0);
  expect((await platform.call('permissions.read_changes', { since: seq })).user_ids).toContain(id);
});

test('who asks for changes that are not kept any more is told to look at everybody', async () => {
  const { id } = await aUser();
  const seq = await since();
  await grant(id, 'support');
  await revoke(id, 'support');
  await platform
    .db('permissions')
    .query('delete from permission_changes where seq < (select max(seq) from permission_changes)');
  expect(await platform.call('permissions.read_changes', { since: seq })).toMatchObject({ everybody: true });
  const now = await since();
  expect(await platform.call('permissions.read_changes', { since: now })).toMatchObject({
    seq: now,
    everybody: false,
    user_ids: [],
  });
  expect(await platform.call('permissions.read_changes', { since: now + 100 })).toMatchObject({
    everybody: true,
  });
});
