// Whoever signed in at a provider that the operator trusts is a user here.
import { AUDIENCE, oidcProvider } from '#test/oidc';
import { OPERATOR_KEY, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { readConfig } from '#config';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const people = {
  ann: { email: 'Ann@example.org', name: 'Ann' },
  sue: { email: 'sue@example.org', name: 'Sue', roles: ['staff', 'unknown'] },
  nobody: { name: 'Nobody' },
  taker: { email: 'taken@example.org', name: 'Taker' },
};
let idp: Awaited<ReturnType<typeof oidcProvider>>;
let other: typeof idp;
let platform: TestPlatform;

beforeAll(async () => {
  [idp, other] = [await oidcProvider(people), await oidcProvider(people)];
  const { oidc } = readConfig({
    OIDC_ISSUER: idp.issuer,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_ROLES: 'staff=support',
  });
  platform = await startTestPlatform({
    services: ['auth', 'gateway', 'permissions', 'users'],
    settings: { oidc },
  });
});
afterAll(async () => {
  await platform?.stop();
  await Promise.all([idp?.close(), other?.close()]);
});

async function get(path: string, token: string) {
  const response = await fetch(`${platform.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}
const me = (token: string) => get('/api/users/me', token);

test('the user is made at first sight, once, and is a member', async () => {
  const { access_token } = await idp.signIn('ann');
  const answers = await Promise.all([1, 2, 3].map(() => me(access_token)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers[0]!.json).toMatchObject({ email: 'ann@example.org', name: 'Ann' });
  expect(answers[0]!.json['permissions']).toContain('pledges:create');
  const again = await me((await idp.signIn('ann')).access_token);
  expect(again.json['id']).toBe(answers[0]!.json['id']);
  expect(await platform.count('auth', 'outsiders')).toBe(1);
  await until(() => platform.count('permissions', 'user_roles'));
});

test('whoever has the address of an account there does not get the account here', async () => {
  const account = { email: 'taken@example.org', password: `pass ${world.newId()}`, name: 'Owner' };
  const { user } = await platform.call('auth.register', account);
  const { status, json } = await me((await idp.signIn('taker')).access_token);
  expect([status, json['email'], json['email_verified']]).toEqual([200, account.email, false]);
  expect(json['id']).not.toBe(user.id);
  const { email, password } = account;
  const { access_token } = await platform.call('auth.login', { email, password });
  expect((await me(access_token)).json).toMatchObject({ id: user.id, name: 'Owner' });
});

test('roles there give roles here, as the setting says, and no others', async () => {
  const sue = (await idp.signIn('sue')).access_token;
  expect((await get('/api/users?limit=1', sue)).status).toBe(200);
  expect((await get('/api/roles', sue)).status).toBe(200);
  expect((await get('/api/users?limit=1', (await idp.signIn('ann')).access_token)).status).toBe(403);
});

test('a token that does not say who its bearer is names the claims that it lacks', async () => {
  const { json } = await me((await idp.signIn('nobody')).access_token);
  expect(json).toMatchObject({ status: 401, code: 'TOKEN_LACKS_CLAIMS', claims: ['email', 'name'] });
});

test.each<[string, () => Promise<string>]>([
  ['for another audience', async () => (await idp.signIn('ann', 'https://other.example')).access_token],
  ['of another provider', async () => (await other.signIn('ann')).access_token],
  ['that is for the app alone', async () => (await idp.signIn('ann')).id_token],
  ['that was changed', async () => `${(await idp.signIn('ann')).access_token.slice(0, -3)}AAA`],
])('a token %s is refused', async (_what, token) => {
  expect((await me(await token())).json).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
});

test("the platform's own tokens are taken as before", async () => {
  expect((await get('/api/roles', OPERATOR_KEY)).status).toBe(200);
});
