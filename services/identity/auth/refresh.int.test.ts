import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { ann, freshWorld, holding, outcomeOf, published, type Node, type World } from './fixture.test.ts';
import { hashOfToken } from './login-session.tokens.ts';

let fixture: World;
let node: Node;
let first: string;
let sid: string;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
  await node.call('auth.register', ann);
});
afterAll(() => fixture.stop());

beforeEach(async () => {
  const { access_token, refresh_token } = await node.call('auth.login', {
    email: ann.email,
    password: ann.password,
  });
  first = refresh_token;
  sid = (jwt.decode(access_token) as { sid: string }).sid;
});

const refresh = async (refresh_token: string) =>
  (await node.call('auth.refresh', { refresh_token })).refresh_token;

async function session() {
  const { rows } = await fixture.auth.query<{ current_token: string; revoked_because: string | null }>(
    'select current_token, revoked_because from login_sessions where id = $1',
    [sid],
  );
  return rows[0]!;
}

const alarms = async () =>
  (await published(fixture.auth, 'token_reuse.detected')).filter(
    (each) => (each as { login_session_id: string }).login_session_id === sid,
  );

/** As if the token had first been used so much earlier. */
const age = (token: string, ms: number) =>
  fixture.auth.query(`update refresh_tokens set spent_at = spent_at - $1 * interval '1 ms' where hash = $2`, [
    ms,
    hashOfToken(token),
  ]);

test('each token can be used once, and leads to the next', async () => {
  const second = await refresh(first);
  const third = await refresh(second);
  expect(new Set([first, second, third]).size).toBe(3);
  expect((await session()).revoked_because).toBeNull();
});

test('the use of an old token ends the login session, and is published once', async () => {
  const second = await refresh(first);
  const third = await refresh(second);
  await age(first, 11_000);
  expect(await outcomeOf(refresh(first))).toBe('REFRESH_TOKEN_INVALID');
  expect((await session()).revoked_because).toBe('token_reuse');
  for (const token of [first, second, third])
    expect(await outcomeOf(refresh(token))).toBe('REFRESH_TOKEN_INVALID');
  expect(await alarms()).toHaveLength(1);
});

test('the retry after a lost reply, and a second tab, get the same token, which can be used', async () => {
  const lost = await refresh(first);
  expect(await refresh(first)).toBe(lost);
  const third = await refresh(lost);
  // A tab whose request was overtaken by two.
  expect(await refresh(first)).toBe(third);
  expect(await outcomeOf(refresh(third))).toBe('ok');
  expect((await session()).revoked_because).toBeNull();
});

test('a use after 10 seconds is no retry', async () => {
  await refresh(first);
  await age(first, 9_000);
  expect(await outcomeOf(refresh(first))).toBe('ok');
  await age(first, 2_000);
  expect(await outcomeOf(refresh(first))).toBe('REFRESH_TOKEN_INVALID');
  expect((await session()).revoked_because).toBe('token_reuse');
});

test('two who have the same token are found out at the second use after 10 seconds, and that is told to all', async () => {
  const { seq } = await node.call('auth.revocations', { since: null });
  const [, thiefs] = [await refresh(first), await refresh(first)];
  const owners = await refresh(thiefs);
  await age(thiefs, 11_000);
  expect(await outcomeOf(refresh(thiefs))).toBe('REFRESH_TOKEN_INVALID');
  expect(await outcomeOf(refresh(owners))).toBe('REFRESH_TOKEN_INVALID');
  expect(await node.call('auth.revocations', { since: seq })).toMatchObject({
    login_sessions: [{ id: sid }],
  });
});

test('an expired token is refused, without an alarm', async () => {
  await fixture.auth.query(`update refresh_tokens set expires_at = now() where hash = $1`, [
    hashOfToken(first),
  ]);
  expect(await outcomeOf(refresh(first))).toBe('REFRESH_TOKEN_INVALID');
  expect((await session()).revoked_because).toBeNull();
});

test.each(['', 'unknown', '\u0000', 'x'.repeat(201)])('%j is no token', async (token) => {
  expect(await outcomeOf(refresh(token))).toMatch(/^(REFRESH_TOKEN_INVALID|VALIDATION_FAILED)$/);
});

test('of 50 uses at the same moment each is answered with one token, which is valid', async () => {
  const locked = `select from login_sessions where id = '${sid}' for update`;
  // 4: the number of the service's connections.
  const answers = await holding(fixture.auth, locked, 4, () =>
    Promise.all(Array.from({ length: 50 }, () => refresh(first))),
  );
  expect(new Set(answers).size).toBe(1);
  expect(hashOfToken(answers[0]!)).toBe((await session()).current_token);
  expect(await outcomeOf(refresh(answers[0]!))).toBe('ok');
});

test('a retry and the use of the lost token at the same moment: both are answered, with what is current', async () => {
  const lost = await refresh(first);
  const locked = `select from login_sessions where id = '${sid}' for update`;
  const [, used] = await holding(fixture.auth, locked, 2, () => Promise.all([refresh(first), refresh(lost)]));
  expect(hashOfToken(used)).toBe((await session()).current_token);
  expect(await refresh(first)).toBe(used);
  expect(await alarms()).toEqual([]);
});

test('no token is stored in the clear', async () => {
  const { rows } = await fixture.auth.query<{ hash: string }>('select hash from refresh_tokens');
  for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(rows.map(({ hash }) => hash)).toContain(hashOfToken(first));
});

test('a login session that was opened 90 days ago ends, though it was used just now', async () => {
  const open = (days: number) =>
    fixture.auth.query(`update login_sessions set created_at = now() - $1 * interval '1 day' where id = $2`, [
      days,
      sid,
    ]);
  await open(89);
  const second = await refresh(first);
  await open(90);
  const third = await refresh(second);
  expect(await outcomeOf(refresh(third))).toBe('REFRESH_TOKEN_INVALID');
  expect(await alarms()).toEqual([]);
});
