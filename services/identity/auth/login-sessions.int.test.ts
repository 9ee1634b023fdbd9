import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { world } from '#lib/world';
import { callerOf as callerAs } from '#test/callers';
import { until } from '#test/platform';
import jwt from 'jsonwebtoken';
import { freshWorld, holding, outcomeOf, published, type Node, type World } from './fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** An account that is signed in, at its first login session. */
async function anAccount() {
  const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}` };
  const { user, ...tokens } = await node.call(
    'auth.register',
    { ...account, name: 'Ann' },
    { address: '192.0.2.1', user_agent: FIREFOX },
  );
  const callerOf = ({ access_token }: { access_token: string }) => {
    const { sid } = jwt.decode(access_token) as { sid: string };
    return { caller: { ...callerAs(user.id), login_session_id: sid } };
  };
  return {
    ...account,
    user,
    tokens,
    callerOf,
    meta: callerOf(tokens),
    login: (password = account.password) => node.call('auth.login', { email: account.email, password }),
    messages: async (name: string) =>
      ((await published(fixture.auth, name)) as { user_id: string }[]).filter((it) => it.user_id === user.id),
  };
}
type Account = Awaited<ReturnType<typeof anAccount>>;

const refresh = ({ refresh_token }: { refresh_token: string }) =>
  outcomeOf(node.call('auth.refresh', { refresh_token }));
const seqNow = async () => (await node.call('auth.revocations', { since: null })).seq;
const sidOf = ({ caller }: Account['meta']) => caller.login_session_id;

test('a user sees where they are signed in, the newest first, and which is this one', async () => {
  const { meta, login, callerOf } = await anAccount();
  const other = callerOf(await login());
  const { data } = await node.call('auth.list_login_sessions', {}, meta);
  expect(data).toMatchObject([
    { id: sidOf(other), device: null, address: null, current: false },
    { id: sidOf(meta), device: 'Firefox on Linux', address: '192.0.2.1', current: true },
  ]);
  const one = await node.call('auth.list_login_sessions', { limit: 1 }, meta);
  expect(one.data).toEqual(data.slice(0, 1));
  const rest = await node.call('auth.list_login_sessions', { limit: 1, cursor: one.next_cursor! }, meta);
  expect(rest.data).toEqual(data.slice(1));
});

test('a login session that was ended is not there any more, its tokens are refused, and that is told', async () => {
  const { meta, login, callerOf, messages } = await anAccount();
  const tokens = await login();
  const id = sidOf(callerOf(tokens));
  const since = await seqNow();
  await node.call('auth.revoke_login_session', { id }, meta);
  await node.call('auth.revoke_login_session', { id }, meta);
  expect((await node.call('auth.list_login_sessions', {}, meta)).data.map((it) => it.id)).toEqual([
    sidOf(meta),
  ]);
  expect(await refresh(tokens)).toBe('REFRESH_TOKEN_INVALID');
  expect(await messages('login_session.revoked')).toMatchObject([
    { login_session_id: id, because: 'revoked' },
  ]);
  expect(await node.call('auth.revocations', { since })).toEqual({
    seq: since + 1,
    login_sessions: [{ id }],
    access_tokens: [],
    users: [],
    reset: false,
  });
});

test('nobody ends another’s login session, or learns of it', async () => {
  const [ann, bob] = [await anAccount(), await anAccount()];
  const asked = node.call('auth.revoke_login_session', { id: sidOf(ann.meta) }, bob.meta);
  expect(await outcomeOf(asked)).toBe('LOGIN_SESSION_NOT_FOUND');
  expect(await refresh(ann.tokens)).toBe('ok');
});

test('all others end at once, and the one that asks stays', async () => {
  const { meta, tokens, login } = await anAccount();
  const others = [await login(), await login()];
  expect(await node.call('auth.revoke_other_login_sessions', {}, meta)).toEqual({ revoked: 2 });
  expect(await node.call('auth.revoke_other_login_sessions', {}, meta)).toEqual({ revoked: 0 });
  expect(await Promise.all(others.map(refresh))).toEqual(['REFRESH_TOKEN_INVALID', 'REFRESH_TOKEN_INVALID']);
  expect(await refresh(tokens)).toBe('ok');
});

test('logging out ends this login session, and again changes nothing', async () => {
  const { meta, tokens, messages } = await anAccount();
  await Promise.all([1, 2, 3].map(() => node.call('auth.logout', {}, meta)));
  expect(await refresh(tokens)).toBe('REFRESH_TOKEN_INVALID');
  expect(await messages('login_session.revoked')).toMatchObject([{ because: 'logout' }]);
});

test('a refresh that meets the end of its login session leaves nothing that is valid', async () => {
  const { meta, tokens } = await anAccount();
  const lock = `select from login_sessions where id = '${sidOf(meta)}' for update`;
  await holding(fixture.auth, lock, 2, () =>
    Promise.all([node.call('auth.logout', {}, meta), refresh(tokens)]),
  );
  expect(await refresh(tokens)).toBe('REFRESH_TOKEN_INVALID');
});

test('who polls revocations misses none, in whatever order they commit', async () => {
  const accounts = await Promise.all(Array.from({ length: 3 }, anAccount));
  let since = await seqNow();
  const found: string[] = [];
  const poll = async () => {
    const feed = await node.call('auth.revocations', { since });
    expect(feed.reset).toBe(false);
    found.push(...feed.login_sessions.map(({ id }) => id));
    since = feed.seq;
  };
  // The first has counted, and does not commit; the others wait for it, and nothing of them is to be seen.
  const ends = holding(fixture.auth, 'select from revocation_counter for update', 3, async () => {
    const all = Promise.all(accounts.map(({ meta }) => node.call('auth.logout', {}, meta)));
    await poll();
    expect(found).toEqual([]);
    return all;
  });
  await ends;
  await poll();
  expect(found.sort()).toEqual(accounts.map(({ meta }) => sidOf(meta)).sort());
});

test('who asks after what is kept no more is given all that may matter, and told to begin anew', async () => {
  const { meta } = await anAccount();
  const old = await seqNow();
  await node.call('auth.logout', {}, meta);
  await node.call('auth.logout', {}, (await anAccount()).meta);
  const now = await seqNow();
  await fixture.auth.query('delete from revocations where seq <= $1', [old + 1]);
  expect(await node.call('auth.revocations', { since: old })).toMatchObject({ seq: now, reset: true });
  expect((await node.call('auth.revocations', { since: old + 1 })).reset).toBe(false);
  // Of another database, or from before a restore.
  expect((await node.call('auth.revocations', { since: now + 1 })).reset).toBe(true);
  await fixture.auth.query('delete from revocations');
  expect(await node.call('auth.revocations', { since: now })).toEqual({
    seq: now,
    login_sessions: [],
    access_tokens: [],
    users: [],
    reset: false,
  });
  expect((await node.call('auth.revocations', { since: now - 1 })).reset).toBe(true);
});

test('a deleted user is told to all who remember their tokens', async () => {
  const { meta, password, user } = await anAccount();
  const since = await seqNow();
  const { deleted_at } = await node.call('auth.delete', { password }, meta);
  const feed = await node.call('auth.revocations', { since });
  expect(feed.users).toEqual([{ id: user.id, before: deleted_at }]);
  expect(feed.login_sessions).toEqual([{ id: sidOf(meta) }]);
});

const change = ({ meta, password }: Account, new_password: string, current_password = password) =>
  node.call('auth.change_password', { current_password, new_password }, meta);

test('a changed password ends all other login sessions, and the old one signs nobody in', async () => {
  const account = await anAccount();
  const other = await account.login();
  expect(await change(account, 'another long password')).toEqual({ revoked: 1 });
  expect(await refresh(other)).toBe('REFRESH_TOKEN_INVALID');
  expect(await refresh(account.tokens)).toBe('ok');
  expect(await outcomeOf(account.login())).toBe('CREDENTIALS_WRONG');
  expect(await outcomeOf(account.login('another long password'))).toBe('ok');
  expect(await account.messages('user.password_changed')).toMatchObject([{ because: 'change' }]);
});

test('a wrong or a weak password changes nothing, and is named', async () => {
  const account = await anAccount();
  expect(await outcomeOf(change(account, 'another long password', 'a guess'))).toBe('CREDENTIALS_WRONG');
  await expect(change(account, 'password1234')).rejects.toMatchObject({
    data: { errors: [{ pointer: '/new_password' }] },
  });
  expect(await outcomeOf(account.login())).toBe('ok');
});

test('of two changes at once one is made', async () => {
  const account = await anAccount();
  const lock = `select from credentials where user_id = '${account.user.id}' for update`;
  const outcomes = await holding(fixture.auth, lock, 2, () =>
    Promise.all(['the first of two', 'the second of two'].map((it) => outcomeOf(change(account, it)))),
  );
  expect(outcomes.sort()).toEqual(['CREDENTIALS_WRONG', 'ok']);
  expect(await account.messages('user.password_changed')).toHaveLength(1);
});

test('a login that was checked against the old password is refused once the new one is there', async () => {
  const account = await anAccount();
  const lock = `select from credentials where user_id = '${account.user.id}' for update`;
  const outcomes = await holding(fixture.auth, lock, 2, async () => {
    const changed = outcomeOf(change(account, 'another long password'));
    await until(async () => (await waiting()) === 1);
    return Promise.all([changed, outcomeOf(account.login())]);
  });
  expect(outcomes).toEqual(['ok', 'CREDENTIALS_WRONG']);
  const { data } = await node.call('auth.list_login_sessions', {}, account.meta);
  expect(data.map(({ id }) => id)).toEqual([sidOf(account.meta)]);
});

/** How many wait for locks. */
async function waiting(): Promise<number> {
  await fixture.auth.query('select pg_stat_clear_snapshot()');
  const { rows } = await fixture.auth.query<{ n: number }>(
    `select count(*)::int n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]!.n;
}

test('a refresh of another login session that meets the change ends with it', async () => {
  const account = await anAccount();
  const other = await account.login();
  const sid = sidOf(account.callerOf(other));
  const lock = `select from login_sessions where id = '${sid}' for update`;
  const [changed] = await holding(fixture.auth, lock, 2, () =>
    Promise.all([outcomeOf(change(account, 'another long password')), refresh(other)]),
  );
  expect(changed).toBe('ok');
  expect(await refresh(other)).toBe('REFRESH_TOKEN_INVALID');
});

test('who signs in from where they were not before is told, and told once', async () => {
  const { email, password, messages } = await anAccount();
  const from = (address: string) =>
    node.call('auth.login', { email, password }, { address, user_agent: 'curl/8.5.0' });
  await from('192.0.2.1');
  expect(await messages('new_device.detected')).toEqual([]);
  await from('198.51.100.7');
  await from('198.51.100.7');
  expect(await messages('new_device.detected')).toMatchObject([{ device: 'curl', address: '198.51.100.7' }]);
});
