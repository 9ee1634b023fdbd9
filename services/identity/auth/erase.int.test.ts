import { callerOf } from '#test/callers';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { delivery } from '#test/platform';
import { freshWorld, holding, outcomeOf, published, type Node, type World } from './fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

async function anAccount() {
  const credentials = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}` };
  const { user, refresh_token } = await node.call('auth.register', { ...credentials, name: 'Ann' });
  const meta = { caller: callerOf(user.id) };
  return { ...credentials, id: user.id, refresh_token, meta };
}
type Account = Awaited<ReturnType<typeof anAccount>>;
const erase = ({ password, meta }: Pick<Account, 'password' | 'meta'>) =>
  node.call('auth.erase', { password }, meta);
const login = ({ email, password }: Account) => node.call('auth.login', { email, password });

async function traces(account: Account) {
  const { rows } = await fixture.auth.query<{ n: number }>(
    `select (select count(*) from credentials where user_id = $1)
      + (select count(*) from login_sessions where user_id = $1) n`,
    [account.id],
  );
  return Number(rows[0]!.n);
}
const erasedUsers = async () =>
  (await published(fixture.auth, 'user.erased')).map((payload) => (payload as { user_id: string }).user_id);

test('an account is erased by its password: nobody signs in with it again, and that is told', async () => {
  const account = await anAccount();
  await login(account);
  expect(await erase(account)).toMatchObject({ user_id: account.id });
  expect(await traces(account)).toBe(0);
  expect(await outcomeOf(login(account))).toBe('CREDENTIALS_WRONG');
  const { refresh_token } = account;
  expect(await outcomeOf(node.call('auth.refresh', { refresh_token }))).toBe('REFRESH_TOKEN_INVALID');
  expect(await erasedUsers()).toContain(account.id);
});

test('without its password nothing is erased, and of two at once one is', async () => {
  const account = await anAccount();
  expect(await outcomeOf(erase({ ...account, password: 'another' }))).toBe('CREDENTIALS_WRONG');
  expect((await login(account)).access_token).toBeTruthy();
  const outcomes = await Promise.all([outcomeOf(erase(account)), outcomeOf(erase(account))]);
  expect(outcomes.sort()).toEqual(['CREDENTIALS_WRONG', 'ok']);
  expect((await erasedUsers()).filter((id) => id === account.id)).toHaveLength(1);
});

test('a login that meets the erasure leaves no session behind', async () => {
  const account = await anAccount();
  const lock = `select from credentials where user_id = '${account.id}' for update`;
  const [erased, signedIn] = await holding(fixture.auth, lock, 2, () =>
    Promise.all([outcomeOf(erase(account)), outcomeOf(login(account))]),
  );
  expect(erased).toBe('ok');
  expect(['ok', 'CREDENTIALS_WRONG']).toContain(signedIn);
  expect(await traces(account)).toBe(0);
});

test('the address is free again, and the new account is another one', async () => {
  const account = await anAccount();
  await erase(account);
  const { email, password } = account;
  expect((await node.call('auth.register', { email, password, name: 'Ann' })).user.id).not.toBe(account.id);
});

test('users forgets name and address, and keeps that somebody was there', async () => {
  const account = await anAccount();
  const erased = delivery('user.erased', account.id, { user_id: account.id, erased_at: world.now() });
  const hear = () => node.broker.call('users.deliver', { deliveries: [erased] });
  expect(await hear()).toEqual({ failed: [], waiting: [] });
  expect(await hear()).toEqual({ failed: [], waiting: [] });
  const { rows } = await fixture.users.query('select * from users where id = $1', [account.id]);
  expect(rows).toMatchObject([{ email: null, name: null }]);
  expect(await outcomeOf(node.call('users.me', {}, account.meta))).toBe('USER_NOT_FOUND');
  expect(await outcomeOf(node.call('users.request_verification', {}, account.meta))).toBe('USER_NOT_FOUND');
  const again = { user_id: account.id, email: account.email, name: 'Ann' };
  expect(await outcomeOf(node.call('users.create', again))).toBe('USER_NOT_FOUND');
});
