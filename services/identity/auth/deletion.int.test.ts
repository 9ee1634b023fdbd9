import { aCaller, callerOf } from '#test/callers';
import { actions } from '#contracts';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { delivery, until } from '#test/platform';
import { freshWorld, holding, outcomeOf, published, type Node, type World } from './fixture.test.ts';
import { erasure } from './erasure.timer.ts';

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
const remove = ({ password, meta }: Pick<Account, 'password' | 'meta'>) =>
  node.call('auth.delete', { password }, meta);
const login = ({ email, password }: Account) => node.call('auth.login', { email, password });
const restore = ({ email, password }: Account) => node.call('auth.restore', { email, password });
const refreshed = ({ refresh_token }: Account) => outcomeOf(node.call('auth.refresh', { refresh_token }));

const lockOf = ({ id }: Account) => `select from credentials where user_id = '${id}' for update`;
const isDue = ({ id }: Account) =>
  fixture.auth.query(`update timers set due_at = now() where name = 'auth.erasure' and key = $1`, [id]);

async function numberOf(account: Account, from: string) {
  const { rows } = await fixture.auth.query<{ n: number }>(
    `select count(*)::int n from ${from} and user_id = $1`,
    [account.id],
  );
  return rows[0]!.n;
}
const resetsWaiting = async ({ email }: Account) => {
  const waiting = `select from timers where name = 'auth.password_reset' and payload ->> 'email' = $1`;
  return (await fixture.auth.query(waiting, [email])).rowCount;
};
const liveSessions = (account: Account) => numberOf(account, 'login_sessions where revoked_at is null');
const traces = async (account: Account) =>
  (await numberOf(account, 'credentials where true')) +
  (await numberOf(account, 'login_sessions where true'));
const isErased = (account: Account) => until(async () => (await traces(account)) === 0);

/** What was told of an account's end, in order. */
async function told({ id }: Account) {
  const { rows } = await fixture.auth.query<{ name: string }>(
    `select name from outbox where key = $1 and name <> 'user.registered' order by seq`,
    [id],
  );
  return rows.map(({ name }) => name).filter((name) => /deleted|restored|erased/.test(name));
}

test('an account is deleted by its password: nobody signs in with it, all its sessions end, and that is told', async () => {
  const account = await anAccount();
  await login(account);
  const { deleted_at, erased_at, user_id } = await remove(account);
  expect(user_id).toBe(account.id);
  expect(Date.parse(erased_at) - Date.parse(deleted_at)).toBe(30 * 24 * 3600_000);
  await expect(login(account)).rejects.toMatchObject({ type: 'ACCOUNT_DELETED', data: { erased_at } });
  expect(await refreshed(account)).toBe('REFRESH_TOKEN_INVALID');
  expect(await liveSessions(account)).toBe(0);
  expect(await published(fixture.auth, 'user.deleted')).toContainEqual({
    user_id,
    deleted_at,
    erased_at,
    version: 1,
  });
});

test('without its password it is neither deleted nor restored, and who does not know it learns nothing of that', async () => {
  const account = await anAccount();
  const stranger = { ...account, password: 'another' };
  expect(await outcomeOf(remove(stranger))).toBe('CREDENTIALS_WRONG');
  expect((await login(account)).access_token).toBeTruthy();
  await remove(account);
  expect(await outcomeOf(login(stranger))).toBe('CREDENTIALS_WRONG');
  expect(await outcomeOf(restore(stranger))).toBe('CREDENTIALS_WRONG');
  expect(await outcomeOf(restore({ ...account, email: 'nobody@example.org' }))).toBe('CREDENTIALS_WRONG');
});

test('of two deletions at once the first counts for both, and so it does for a repetition', async () => {
  const account = await anAccount();
  const [one, other] = await holding(fixture.auth, lockOf(account), 2, () =>
    Promise.all([remove(account), remove(account)]),
  );
  expect(one).toEqual(other);
  expect(await remove(account)).toEqual(one);
  expect(await told(account)).toEqual(['user.deleted']);
});

test('restored by its password, it is as it was, but for its sessions; repeating that changes nothing', async () => {
  const account = await anAccount();
  await remove(account);
  expect(await restore(account)).toEqual({ user_id: account.id });
  expect(await restore(account)).toEqual({ user_id: account.id });
  expect((await login(account)).access_token).toBeTruthy();
  expect(await refreshed(account)).toBe('REFRESH_TOKEN_INVALID');
  expect(await told(account)).toEqual(['user.deleted', 'user.restored']);
});

test('until it is erased its address stays taken; then it is free, and the new account is another one', async () => {
  const account = await anAccount();
  const { email, password } = account;
  const anew = () => node.call('auth.register', { email, password, name: 'Ann' });
  await remove(account);
  expect(await outcomeOf(anew())).toBe('EMAIL_TAKEN');
  await isDue(account);
  await isErased(account);
  expect(await told(account)).toEqual(['user.deleted', 'user.erased']);
  expect(await outcomeOf(login(account))).toBe('CREDENTIALS_WRONG');
  expect(await outcomeOf(restore(account))).toBe('CREDENTIALS_WRONG');
  expect((await anew()).user.id).not.toBe(account.id);
});

/** Both want the account while it is held: `first` waits before `second` comes. */
const inTurn = (account: Account, first: () => Promise<unknown>, second: () => Promise<unknown>) =>
  holding(fixture.auth, lockOf(account), 2, async () => {
    const one = outcomeOf(first());
    await until(async () => (await waiting()) === 1);
    return Promise.all([one, outcomeOf(second())]);
  });

async function waiting() {
  await fixture.auth.query('select pg_stat_clear_snapshot()');
  const { rows } = await fixture.auth.query<{ n: number }>(
    `select count(*)::int n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]!.n;
}

/** As the timer does when it is due. */
const fire = ({ id }: Account, due_at: string) =>
  erasure.handler.call(node.broker.getLocalService('auth') as unknown as Service, {
    name: 'auth.erasure',
    key: id,
    due_at,
    payload: {},
    attempts: 0,
  });

test('a login that meets the deletion leaves no session behind, whichever comes first', async () => {
  const [one, other] = [await anAccount(), await anAccount()];
  const outcomes = await inTurn(
    one,
    () => remove(one),
    () => login(one),
  );
  expect(outcomes).toEqual(['ok', 'ACCOUNT_DELETED']);
  await inTurn(
    other,
    () => login(other),
    () => remove(other),
  );
  expect([await liveSessions(one), await liveSessions(other)]).toEqual([0, 0]);
});

test('a restoration that comes before the erasure which is due keeps the account', async () => {
  const account = await anAccount();
  const { erased_at } = await remove(account);
  const outcomes = await inTurn(
    account,
    () => restore(account),
    () => fire(account, erased_at),
  );
  expect(outcomes).toEqual(['ok', 'ok']);
  expect((await login(account)).access_token).toBeTruthy();
  expect(await told(account)).toEqual(['user.deleted', 'user.restored']);
});

test('a restoration that comes after it finds no account', async () => {
  const account = await anAccount();
  const { erased_at } = await remove(account);
  const outcomes = await inTurn(
    account,
    () => fire(account, erased_at),
    () => restore(account),
  );
  expect(outcomes).toEqual(['ok', 'CREDENTIALS_WRONG']);
  expect(await traces(account)).toBe(0);
  expect(await told(account)).toEqual(['user.deleted', 'user.erased']);
});

test('restored and deleted again, it is erased by the second deletion, once, and not by what is left of the first', async () => {
  const account = await anAccount();
  const first = await remove(account);
  await restore(account);
  await until(() => world.now() > first.deleted_at); // the second is of another millisecond
  const second = await remove(account);
  await fire(account, first.erased_at);
  expect(await told(account)).toEqual(['user.deleted', 'user.restored', 'user.deleted']);
  await Promise.all([fire(account, second.erased_at), fire(account, second.erased_at)]);
  expect((await told(account)).filter((name) => name === 'user.erased')).toHaveLength(1);
  expect((await published(fixture.auth, 'user.deleted')).at(-1)).toMatchObject({ version: 3 });
});

test('who is deleted is shown to nobody, until they are restored; letters about what is under way still find them', async () => {
  const account = await anAccount();
  const { id: user_id, meta } = account;
  const at = world.now();
  const deleted = delivery('user.deleted', user_id, { user_id, deleted_at: at, erased_at: at, version: 1 });
  const restored = delivery('user.restored', user_id, { user_id, restored_at: at, version: 2 });
  const hear = (...deliveries: object[]) => node.broker.call('users.deliver', { deliveries });
  const contacts = async () => (await node.call('users.read_contacts', { user_ids: [user_id] })).data.length;

  await hear(deleted);
  expect(await outcomeOf(node.call('users.me', {}, meta))).toBe('USER_NOT_FOUND');
  expect(await outcomeOf(node.call('users.request_verification', {}, meta))).toBe('USER_NOT_FOUND');
  expect(await contacts()).toBe(0);
  expect(await node.call('users.get', { user_id })).toMatchObject({ name: 'Ann' });

  await hear(restored);
  await hear(deleted); // once more, and late
  expect(await node.call('users.me', {}, meta)).toMatchObject({ name: 'Ann' });
  expect(await contacts()).toBe(1);
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
  expect(await outcomeOf(node.call('users.get', { user_id: account.id }))).toBe('USER_NOT_FOUND');
  expect(await outcomeOf(node.call('users.request_verification', {}, account.meta))).toBe('USER_NOT_FOUND');
  const again = { user_id: account.id, email: account.email, name: 'Ann' };
  expect(await outcomeOf(node.call('users.create', again))).toBe('USER_NOT_FOUND');
});

test('who forgot the password of a deleted account is sent nothing, and nothing is left to be tried again', async () => {
  const account = await anAccount();
  await remove(account);
  await node.call('auth.request_password_reset', { email: account.email });
  await until(async () => (await resetsWaiting(account)) === 0);
  expect(await published(fixture.auth, 'user.password_reset_requested')).toEqual([]);
});

test('what operators would do with a deleted account is refused as their routes say', async () => {
  const { email, password, meta } = await anAccount();
  await remove({ password, meta });
  const admin = { caller: aCaller('admin') };
  const asked = { 'auth.issue_reset': { email }, 'auth.move_account': { email, new_email: `new.${email}` } };
  for (const [name, params] of Object.entries(asked) as [keyof typeof asked, never][]) {
    expect([name, await outcomeOf(node.call(name, params, admin))]).toEqual([name, 'ACCOUNT_DELETED']);
    expect(actions[name].errors).toContain('ACCOUNT_DELETED');
  }
});
