// What was taken from somebody has ended for every request soon after, and who can't know lets nobody in.
import { callerForgeries } from '#lib/caller-forgeries.fixture';
import { signCaller } from '#lib/signed-caller';
import { aCaller, callerOf } from '#test/callers';
import { OPERATOR_KEY, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const caller_secret = 'a secret of this test, for callers';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({
    services: ['auth', 'gateway', 'permissions', 'users'],
    settings: { caller_secret },
  });
});
afterAll(() => platform?.stop());

const operator = { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' };

async function request(method: string, path: string, headers: Record<string, string> = {}, body?: object) {
  const response = await fetch(`${platform.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

async function anAccount() {
  const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}`, name: 'Ann' };
  const { json } = await request('POST', '/api/auth/register', {}, account);
  const { user, access_token } = json as unknown as { user: { id: string }; access_token: string };
  return { id: user.id, headers: { authorization: `Bearer ${access_token}` } };
}

test('a role that is granted and taken is in effect without a new token', async () => {
  const { id, headers } = await anAccount();
  const list = async () => (await request('GET', '/api/users?limit=1', headers)).status;
  expect(await list()).toBe(403);
  expect((await request('PUT', `/api/users/${id}/roles/support`, operator, {})).status).toBe(200);
  await until(async () => (await list()) === 200);
  expect((await request('DELETE', `/api/users/${id}/roles/support`, operator, {})).status).toBe(200);
  await until(async () => (await list()) === 403);
});

test('whoever signs out is let in no more by the token that they had', async () => {
  const { headers } = await anAccount();
  const me = async () => (await request('GET', '/api/users/me', headers)).status;
  expect(await me()).toBe(200);
  await fetch(`${platform.url}/api/auth/logout`, { method: 'POST', headers });
  await until(async () => (await me()) === 401);
});

describe('a caller whom the gateway has not signed is refused by the service', () => {
  const outcomeOf = (meta: object) =>
    platform.nodes[0]!.call('users.me', {}, { meta }).then(
      () => 'ok',
      ({ type, code }: { type: string; code: number }) => `${code} ${type}`,
    );
  const admin = aCaller('admin');
  const forgeries = () => callerForgeries(caller_secret, signCaller(caller_secret, admin));

  test.each(forgeries().map(([what]) => what))('%s', async (what) => {
    const signed_caller = new Map(forgeries()).get(what);
    expect(await outcomeOf({ signed_caller })).toBe('403 CALLER_FORGED');
  });

  test('each of more than forty that differ', () => {
    expect(new Map(forgeries()).size).toBe(forgeries().length);
    expect(forgeries().length).toBeGreaterThan(40);
  });

  test.each<[string, object]>([
    ['its fields', { caller: admin }],
    ['an id', { user_id: admin.user_id, permissions: ['account:read'] }],
    ['what moleculer-web calls it', { user: { id: admin.user_id } }],
    ['a token', { authorization: `Bearer ${OPERATOR_KEY}` }],
    ['a prototype', JSON.parse('{"__proto__":{"signed_caller":"x"}}') as object],
    ['nothing', {}],
  ])('a call that says it by %s has no caller', async (_what, meta) => {
    expect(await outcomeOf(meta)).toBe('401 SIGN_IN_REQUIRED');
  });

  test('one whom it has signed is let in', async () => {
    const { id } = await anAccount();
    expect(await outcomeOf({ signed_caller: signCaller(caller_secret, callerOf(id)) })).toBe('ok');
  });
});

test('a call carries on who called, and no other call can', async () => {
  const node = platform.nodes[0]!;
  const signed_caller = signCaller(platform.settings.caller_secret, aCaller());
  const asked = node.call('users.me', {}, { meta: { signed_caller, caller: aCaller('admin') } });
  await expect(asked).rejects.toMatchObject({ type: 'USER_NOT_FOUND' });
});

test('while nobody can tell what callers may do, who is signed in is asked to come again, and others are served', async () => {
  const { headers } = await anAccount();
  const me = () => request('GET', '/api/users/me', headers);
  expect((await me()).status).toBe(200);
  const node = platform.nodes[0]!;
  await node.destroyService('permissions');
  await until(async () => (await me()).status === 503);
  expect((await me()).json).toMatchObject({ code: 'UNAVAILABLE' });
  expect((await request('GET', '/.well-known/jwks.json')).status).toBe(200);
});
