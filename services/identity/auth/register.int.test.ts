import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload, User } from '#contracts';
import type { Ctx, Service } from '#lib/service';
import { openAccount } from './account.opening.ts';
import { ann, freshWorld, holding, outcomeOf, published, type Node, type World } from './fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

/** An address that no other test has. */
const someone = (name: string) => ({ ...ann, email: `${name}@example.org` });
const registrationsOf = async (email: string) =>
  ((await published(fixture.auth, 'user.registered')) as Payload<'user.registered'>[]).filter(
    (each) => each.email === email,
  );
const login = (email: string, password: string) => outcomeOf(node.call('auth.login', { email, password }));

test('a registered user has an account, a profile, and is signed in', async () => {
  const { user, ...tokens } = await node.call('auth.register', someone('bea'));
  expect(user).toMatchObject({ email: 'bea@example.org', name: 'Ann' });
  expect(tokens.expires_in).toBe(900);
  expect(await node.call('users.get', { user_id: user.id })).toEqual(user);
  expect(await outcomeOf(node.call('auth.refresh', { refresh_token: tokens.refresh_token }))).toBe('ok');
  expect(await login('bea@example.org', ann.password)).toBe('ok');
  expect(await published(fixture.auth, 'user.registered')).toContainEqual({
    user_id: user.id,
    email: 'bea@example.org',
    name: 'Ann',
    roles: ['member'],
  });
});

test('an address has one account, however it is written', async () => {
  await node.call('auth.register', someone('cay'));
  const again = { ...ann, email: 'CAY@Example.ORG', password: 'another long one' };
  expect(await outcomeOf(node.call('auth.register', again))).toBe('EMAIL_TAKEN');
  expect(await login('Cay@example.org', ann.password)).toBe('ok');
  expect(await login('cay@example.org', 'another long one')).toBe('CREDENTIALS_WRONG');
});

test('a taken address is refused before anything else is done', async () => {
  await node.call('auth.register', someone('gil'));
  const lonely = await fixture.node(['auth']); // without users it can go no further
  expect(await outcomeOf(lonely.call('auth.register', someone('gil')))).toBe('EMAIL_TAKEN');
});

test('of two who register one address at the same moment, one gets it, with everything that belongs to it', async () => {
  const [one, two] = [
    { ...someone('dan'), name: 'One', password: 'the password of one' },
    { ...someone('dan'), name: 'Two', password: 'the password of two' },
  ];
  // Both have done everything but the last transaction: the first of them waits for the test, the second for the first.
  const outcomes = await holding(fixture.auth, 'lock table login_sessions', 2, () =>
    Promise.all([one, two].map((each) => outcomeOf(node.call('auth.register', each)))),
  );
  expect([...outcomes].sort()).toEqual(['EMAIL_TAKEN', 'ok']);
  const logins = [await login(one.email, one.password), await login(two.email, two.password)];
  expect(logins).toEqual(outcomes.map((outcome) => (outcome === 'ok' ? 'ok' : 'CREDENTIALS_WRONG')));
  const winner = outcomes[0] === 'ok' ? one : two;
  const registered = await registrationsOf(one.email);
  expect(registered).toMatchObject([{ name: winner.name }]);
  expect(await node.call('users.get', { user_id: registered[0]!.user_id })).toMatchObject({
    name: winner.name,
  });
});

test('an attempt that broke off before the profile was created leaves the address free', async () => {
  const lonely = await fixture.node(['auth']);
  expect(await outcomeOf(lonely.call('auth.register', someone('eve')))).toBe('SERVICE_NOT_FOUND');
  expect(await login('eve@example.org', ann.password)).toBe('CREDENTIALS_WRONG');
  const { user } = await node.call('auth.register', someone('eve'));
  expect(user.email).toBe('eve@example.org');
});

test('an attempt that broke off after it leaves nothing to the next, and was not published', async () => {
  const [thief, owner] = [
    { ...someone('fay'), name: 'Thief' },
    { ...someone('fay'), name: 'Fay' },
  ];
  const auth = node.broker.getLocalService('auth') as unknown as Service;
  const call: Ctx<unknown>['call'] = (name, params) => node.broker.call(name, params);
  let profile: User | undefined;
  const broken = openAccount(auth, { call }, { ...thief, roles: ['member', 'admin'] }, async (_tx, user) => {
    profile = user;
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  expect(profile).toMatchObject({ name: 'Thief' });
  expect(await registrationsOf(owner.email)).toEqual([]);

  const { user } = await node.call('auth.register', { ...owner, password: 'the second attempt' });
  expect(user).toMatchObject({ name: 'Fay' });
  expect(user.id).not.toBe(profile?.id);
  expect(await node.call('users.get', { user_id: user.id })).toEqual(user);
  expect(await registrationsOf(owner.email)).toMatchObject([{ user_id: user.id, name: 'Fay' }]);
  expect(await login(owner.email, 'the second attempt')).toBe('ok');
  expect(await login(owner.email, thief.password)).toBe('CREDENTIALS_WRONG');
});

test.each([
  ['password1234', 'must be one that is not among the most common'],
  ['gertrude-1987', 'must be without the name in the e-mail address'],
  ['eleven', 'must be from 10 to 200 characters as people count them'],
])('%s is refused as a password, with the reason', async (password, message) => {
  const asked = node.call('auth.register', { ...someone('gertrude'), password });
  const errors = [{ pointer: '/password', message }];
  await expect(asked).rejects.toMatchObject({ type: 'VALIDATION_FAILED', data: { errors } });
});

test('no address is ever stored with a password in the clear', async () => {
  const { rows } = await fixture.auth.query<{ password_hash: string }>(
    'select password_hash from credentials',
  );
  for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$/);
});
