// Tokens for programs: they do in their user's name what they were let, until they end.
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['auth', 'campaigns', 'gateway', 'permissions', 'users'] });
});
afterAll(() => platform?.stop());

async function request(method: string, path: string, token: string, body?: object) {
  const response = await fetch(`${platform.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: JSON.parse(text || '{}') as Record<string, unknown> };
}

async function signIn() {
  const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}`, name: 'Ann' };
  const { json } = await request('POST', '/api/auth/register', '', account);
  return json as unknown as { user: { id: string }; access_token: string };
}

const inDays = (days: number) => new Date(world.nowMs() + days * 86_400_000).toISOString();
const make = (token: string, changes: object = {}) =>
  request('POST', '/api/auth/access-tokens', token, {
    name: 'Reports',
    permissions: ['account:read'],
    expires_at: inDays(30),
    ...changes,
  });
const list = (token: string) => request('GET', '/api/auth/access-tokens', token);

test('a program may do what it was let, in the name of its user, and no more', async () => {
  const { user, access_token } = await signIn();
  const { status, json } = await make(access_token);
  expect(status).toBe(201);
  const token = String(json['token']);
  expect(token).toMatch(/^cw_[\w-]{43}$/);
  const me = await request('GET', '/api/users/me', token);
  expect(me.json).toMatchObject({ id: user.id, permissions: ['account:read'] });
  const draft = { title: 'A well', description: '', goal_amount: 1000, currency: 'EUR' };
  expect(await request('POST', '/api/campaigns', token, draft)).toMatchObject({
    status: 403,
    json: { permission: 'campaigns:create' },
  });
});

test('it is shown once, kept as a hash, and listed with its last use', async () => {
  const { access_token } = await signIn();
  const { json } = await make(access_token);
  const token = String(json['token']);
  expect((await list(access_token)).json['data']).toMatchObject([{ id: json['id'], last_used_at: null }]);
  expect(JSON.stringify((await list(access_token)).json)).not.toContain(token);
  expect(await platform.count('auth', 'access_tokens t where t::text like $1', `%${token.slice(3)}%`)).toBe(
    0,
  );
  await request('GET', '/api/users/me', token);
  expect((await list(access_token)).json['data']).toMatchObject([{ last_used_at: expect.any(String) }]);
});

test('one that was revoked lets nobody in any more, though it was let in a moment ago', async () => {
  const { access_token } = await signIn();
  const { json } = await make(access_token);
  const token = String(json['token']);
  expect((await request('GET', '/api/users/me', token)).status).toBe(200);
  const path = `/api/auth/access-tokens/${String(json['id'])}`;
  expect((await request('DELETE', path, (await signIn()).access_token)).status).toBe(404);
  expect((await request('DELETE', path, access_token)).status).toBe(200);
  await until(async () => (await request('GET', '/api/users/me', token)).status === 401);
  expect((await list(access_token)).json['data']).toEqual([]);
});

test.each([
  [{ permissions: ['ops:read'] }, 403, 'GRANT_EXCEEDS_OWN'],
  [{ permissions: ['everything'] }, 400, 'VALIDATION_FAILED'],
  [{ permissions: [] }, 400, 'VALIDATION_FAILED'],
  [{ expires_at: inDays(-1) }, 400, 'VALIDATION_FAILED'],
  [{ expires_at: inDays(400) }, 400, 'VALIDATION_FAILED'],
  [{ name: '\u200b' }, 400, 'VALIDATION_FAILED'],
])('one with %p is refused', async (changes, status, code) => {
  const { access_token } = await signIn();
  expect(await make(access_token, changes)).toMatchObject({ status, json: { code } });
});

test('a program makes none that may do more than itself', async () => {
  const { access_token } = await signIn();
  const { json } = await make(access_token, { permissions: ['access-tokens:manage'] });
  const program = String(json['token']);
  expect((await make(program)).json).toMatchObject({ code: 'GRANT_EXCEEDS_OWN', missing: ['account:read'] });
  expect((await make(program, { permissions: ['access-tokens:manage'] })).status).toBe(201);
});

test('one that nobody made is refused', async () => {
  expect((await request('GET', '/api/users/me', `cw_${'a'.repeat(43)}`)).json).toMatchObject({
    code: 'SIGN_IN_REQUIRED',
  });
});

test('nobody has more than fifty, however many are made at once', async () => {
  const { access_token } = await signIn();
  const made = await Promise.all(Array.from({ length: 60 }, () => make(access_token)));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(50);
  expect(made.filter(({ json }) => json['code'] === 'TOO_MANY_ACCESS_TOKENS')).toHaveLength(10);
});
