// Passkeys in Chromium, with its own virtual device, on a page of the platform.
import type { ActionName, Params, PasskeyRequest, Result } from '#contracts';
import type { AuthenticationResponse, RegistrationResponse } from '#contracts/identity/passkey.shapes';
import { openBrowser } from '#test/browser';
import { client } from '#test/client';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { amrOf } from './factors.fixture.ts';
import type { Browser, CDPSession, Page } from 'puppeteer-core';

let platform: TestPlatform;
let browser: Browser;
let page: Page;
let devtools: CDPSession;

beforeAll(async () => {
  [platform, browser] = await Promise.all([
    startTestPlatform({ services: ['auth', 'gateway', 'users', 'permissions', 'notifications'] }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});
beforeEach(async () => {
  page = await browser.newPage();
  devtools = await page.createCDPSession();
  await devtools.send('WebAuthn.enable');
  // The page's own policy allows it no requests; these tests are its script.
  await page.setBypassCSP(true);
  await page.goto(`${platform.url.replace('127.0.0.1', 'localhost')}/livez`);
});
afterEach(() => page.close());

const device = { protocol: 'ctap2', automaticPresenceSimulation: true } as const;
/** What a phone or a laptop has: it keeps passkeys, and checks its owner. */
const phone = {
  ...device,
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
} as const;
/** A plain key: it keeps nothing, and checks nobody. */
const securityKey = {
  ...device,
  transport: 'usb',
  hasResidentKey: false,
  hasUserVerification: false,
} as const;

const plugIn = (options: typeof phone | typeof securityKey) =>
  devtools.send('WebAuthn.addVirtualAuthenticator', { options });

const signedUp = async () => {
  const account = {
    email: `${crypto.randomUUID()}@example.org`,
    password: 'correct horse battery',
    name: 'Ann',
  };
  const { access_token } = await client(platform.url).call('auth.register', account);
  return { ...account, api: client(platform.url, access_token) };
};
const call = <N extends ActionName>(name: N, params: Params<N>): Promise<Result<N>> =>
  client(platform.url).call(name, params);

/** What the browser answers, as a page would send it. */
const create = (options: unknown) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json as never);
    return (
      (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
    ).toJSON() as RegistrationResponse;
  }, options);
const get = ({ options }: Pick<PasskeyRequest, 'options'>) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json);
    return (
      (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    ).toJSON() as AuthenticationResponse;
  }, options);

async function withPasskey() {
  const account = await signedUp();
  const request = await account.api.call('auth.request_passkey', { password: account.password });
  const response = await create(request.options);
  const { challenge_id } = request;
  return {
    ...account,
    added: await account.api.call('auth.add_passkey', { challenge_id, name: 'Chromium', response }),
  };
}

test('a browser adds a passkey, and signs in by it alone, with nothing typed', async () => {
  await plugIn(phone);
  const { added, api } = await withPasskey();
  expect(added).toMatchObject({ name: 'Chromium', synced: false });
  const request = await call('auth.request_passkey_login', {});
  const { challenge_id } = request;
  const tokens = await call('auth.login_with_passkey', { challenge_id, response: await get(request) });
  expect(amrOf(tokens)).toEqual(['hwk', 'user', 'mfa']);
  const me = await client(platform.url, tokens.access_token).call('users.me', {});
  expect(me.id).toBe((await api.call('users.me', {})).id);
});

test('a browser uses a key as the second factor of a password, by what the refusal of the password alone says', async () => {
  await plugIn(securityKey);
  const { email, password } = await withPasskey();
  const refused = await client(platform.url).post('/api/auth/login', { email, password });
  expect(refused.body).toMatchObject({
    status: 401,
    code: 'SECOND_FACTOR_REQUIRED',
    methods: ['passkey', 'recovery_code'],
  });
  expect(refused.headers.get('cache-control')).toBe('no-store');
  const request = refused.body['passkey'] as PasskeyRequest;
  const passkey = { challenge_id: request.challenge_id, response: await get(request) };
  expect(amrOf(await call('auth.login', { email, password, passkey }))).toEqual([
    'pwd',
    'hwk',
    'user',
    'mfa',
  ]);
});

test('a browser makes no second passkey on a device that has one of the account', async () => {
  await plugIn(phone);
  const { added, api, password } = await withPasskey();
  const otp = added.recovery_codes![0]!;
  const { options } = await api.call('auth.request_passkey', { password, otp });
  await expect(create(options)).rejects.toThrow(/InvalidStateError|already/);
});

test('a page at another name of the same machine gets no answer from the browser', async () => {
  await plugIn(phone);
  await withPasskey();
  const request = await call('auth.request_passkey_login', {});
  await page.goto(`${platform.url}/livez`); // 127.0.0.1: not the name that passkeys are for
  await expect(get(request)).rejects.toThrow(/SecurityError|invalid domain/);
});
