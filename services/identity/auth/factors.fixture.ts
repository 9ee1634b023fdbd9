// Accounts with second factors, for tests.
import type { PasskeyRequest } from '#contracts';
import { callerOf } from '#test/callers';
import { world, type Instant } from '#lib/world';
import { HOTP, Secret } from 'otpauth';
import jwt from 'jsonwebtoken';
import { authenticator, type Ways } from './authenticator.fixture.ts';
import type { Node } from './fixture.test.ts';
import { relyingPartyOf } from './relying-party.rules.ts';

/** The nodes of these tests have the usual PUBLIC_URL. */
export const party = relyingPartyOf('http://127.0.0.1:8080')!;

export type Account = Awaited<ReturnType<typeof anAccount>>;

export async function anAccount(node: Node) {
  const credentials = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}` };
  const { user } = await node.call('auth.register', { ...credentials, name: 'Ann' });
  const meta = { caller: callerOf(user.id) };
  return { ...credentials, id: user.id, meta };
}

/** An authenticator app: what it shows at a time, on a clock that is off by some steps of 30 s. */
export const appWith = (secret: string) => (at: Instant, off: number) =>
  HOTP.generate({ secret: Secret.fromBase32(secret), counter: Math.floor(Date.parse(at) / 30_000) + off });

/** The same account with an app that is on since `at`, by a code of the step before. */
export async function withTotp(node: Node, account: Account, at: () => Instant) {
  const { secret } = await node.call('auth.enroll_totp', { password: account.password }, account.meta);
  const show = appWith(secret);
  const code = show(at(), -1);
  const { recovery_codes } = await node.call('auth.confirm_totp', { code }, account.meta);
  return { ...account, secret, first_code: code, codes: recovery_codes!, show: (off = 0) => show(at(), off) };
}

/** A device with a passkey that the account has. */
export async function withPasskey(node: Node, account: Account, ways: Ways = {}, name = 'Key') {
  const device = authenticator(party);
  const request = await node.call('auth.request_passkey', { password: account.password }, account.meta);
  const { challenge_id } = request;
  const response = device.create(request, ways);
  const added = await node.call('auth.add_passkey', { challenge_id, name, response }, account.meta);
  return { ...account, device, passkey: added };
}

export type Holder = Awaited<ReturnType<typeof withPasskey>>;

export const login = (node: Node, { email, password }: Account, more: object = {}) =>
  node.call('auth.login', { email, password, ...more });

/** What a login without a second factor is told. */
export const askedOf = (node: Node, account: Account) =>
  login(node, account).then(
    () => undefined,
    (error: { data: { methods: string[]; passkey: PasskeyRequest } }) => error.data,
  );

export const requestLogin = (node: Node) => node.call('auth.request_passkey_login', {});

/** Answers a challenge by the passkey alone. */
export const answer = (
  node: Node,
  { device }: Pick<Holder, 'device'>,
  request: PasskeyRequest,
  ways: Ways = {},
) =>
  node.call('auth.login_with_passkey', {
    challenge_id: request.challenge_id,
    response: device.get(request, ways),
  });

/** Signs in by the passkey alone, in its own way. */
export const alone = async (node: Node, holder: Pick<Holder, 'device'>, ways: Ways = {}) =>
  answer(node, holder, await requestLogin(node), ways);

/** Signs in by password and passkey. */
export async function beside(node: Node, holder: Holder, ways: Ways = {}) {
  const { passkey } = (await askedOf(node, holder))!;
  const response = holder.device.get(passkey, ways);
  return login(node, holder, { passkey: { challenge_id: passkey.challenge_id, response } });
}

/** What an access token says of its owner, and of how they signed in. */
export const claimsOf = ({ access_token }: { access_token: string }) =>
  jwt.decode(access_token) as { sub: string; amr: string[] };
export const amrOf = (tokens: { access_token: string }): string[] => claimsOf(tokens).amr;
