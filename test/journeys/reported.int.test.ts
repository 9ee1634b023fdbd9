// What users of other systems of this kind have reported, tried here.
import { PASSWORD, startAccounts, tokenIn, type Accounts, type Someone } from '#test/accounts';
import { until } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'node:http';

let it: Accounts;
beforeAll(async () => {
  it = await startAccounts();
});
afterAll(() => it?.stop());

const anAddress = () => `${world.newId()}@example.org`;
const aProgram = async (someone: Someone) => {
  const { token } = await someone.call('auth.create_access_token', {
    name: 'Reports',
    permissions: ['account:read'],
    expires_at: new Date(world.nowMs() + 86_400_000).toISOString(),
  });
  return { authorization: `Bearer ${token}` };
};
const statusOfMe = async (headers: Record<string, string>) =>
  (await fetch(`${it.platform.url}/api/users/me`, { headers })).status;

test('a refresh token of before a logout leads to nothing of the login after it', async () => {
  const email = anAddress();
  const before = await it.register(email);
  expect((await before.post('/api/auth/logout', {})).status).toBe(204);
  const after = await it.anyone.call('auth.login', { email, password: PASSWORD });
  const stale = await it.anyone.post('/api/auth/refresh', { refresh_token: before.tokens.refresh_token });
  expect([stale.status, stale.body['code']]).toEqual([401, 'REFRESH_TOKEN_INVALID']);
  // And does not end it: that login is no theft.
  expect(await it.refresh({ tokens: after })).toBe(200);
});

test('a reset ends what programs were let as well, whoever let them', async () => {
  const email = anAddress();
  const headers = await aProgram(await it.register(email));
  expect(await statusOfMe(headers)).toBe(200);
  await it.anyone.post('/api/auth/password/forgot', { email });
  const token = tokenIn(await it.emailTo(email, /new password/));
  await it.anyone.call('auth.reset_password', { token, new_password: 'another long one' });
  await until(async () => (await statusOfMe(headers)) === 401);
});

test('a program of an account that was deleted is let in nowhere, and not again once the account is restored', async () => {
  const email = anAddress();
  const ann = await it.register(email);
  const headers = await aProgram(ann);
  expect(await statusOfMe(headers)).toBe(200);
  await ann.call('auth.delete', { password: PASSWORD });
  await until(async () => (await statusOfMe(headers)) === 401);
  await it.anyone.call('auth.restore', { email, password: PASSWORD });
  const again = await it.anyone.login(email, PASSWORD);
  expect((await it.meOf(again)).email).toBe(email);
  expect(await statusOfMe(headers)).toBe(401);
});

test('a link that was sent to the old address verifies nothing of the new one, nor resets its password', async () => {
  const [old, next] = [anAddress(), anAddress()];
  const ann = await it.register(old);
  const verification = tokenIn(await it.emailTo(old, /verify/));
  await it.anyone.post('/api/auth/password/forgot', { email: old });
  const reset = tokenIn(await it.emailTo(old, /new password/));
  // Unverified, the old address has no say.
  await ann.call('auth.change_email', { new_email: next, password: PASSWORD });
  await it.anyone.call('auth.confirm_email', { token: tokenIn(await it.emailTo(next, /new address/)) });
  const again = await until(() => it.anyone.login(next, PASSWORD).catch(() => undefined));
  await until(async () => (await it.meOf(again)).email === next);

  const verified = await it.anyone.post('/api/auth/email/verify', { token: verification });
  expect(verified.status).toBe(403);
  const taken = await it.anyone.post('/api/auth/password/reset', {
    token: reset,
    new_password: 'another long one',
  });
  expect([taken.status, taken.body['code']]).toEqual([403, 'RESET_LINK_INVALID']);
  expect(await it.signIn(next, PASSWORD)).toBe(200);
});

test('what needed a token stays in no cache, and its tag opens nothing to others', async () => {
  const [ann, ben] = [await it.register(anAddress()), await it.register(anAddress())];
  const get = (tokens: { access_token: string }, headers: Record<string, string> = {}) =>
    fetch(`${it.platform.url}/api/users/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}`, ...headers },
    });
  const hers = await get(ann.tokens);
  expect(hers.headers.get('cache-control')).toBe('no-store');
  const tag = { 'if-none-match': hers.headers.get('etag')! };
  expect((await get(ann.tokens, tag)).status).toBe(304);
  const his = await get(ben.tokens, tag);
  expect([his.status, ((await his.json()) as { id: string }).id]).toEqual([200, ben.user.id]);
});

test.each([
  '/api/campaigns/../users/me',
  '/api/campaigns/%2e%2e/users/me',
  '/docs/../../package.json',
  '/docs/%2e%2e/%2e%2e/package.json',
  '/docs/..%2f..%2fpackage.json',
  '/docs/..\\..\\package.json',
  '//api/users/me',
  '/api//users/me',
  '/API/users/me',
  '/api/users/me/',
  '/api/users/me;a=b',
  '/api/users/me%00',
])('%s leads past no check, and to no file', async (path) => {
  const { port } = new URL(it.platform.url);
  const status = await new Promise((resolve, reject) => {
    request({ port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect([400, 401, 404]).toContain(status);
});
