import { addMs, world } from '#lib/world';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { amrOf, anAccount, appWith, withTotp, type Account } from './factors.fixture.ts';
import { eraseNow, freshWorld, holding, outcomeOf, published } from './fixture.test.ts';
import type { Node, World } from './fixture.test.ts';

let fixture: World;
let node: Node;
/** The time of these tests stands still, in the middle of a step, until it is moved. */
let now = '2026-06-01T12:00:15.000Z';

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());
beforeEach(() => {
  jest.spyOn(world, 'now').mockImplementation(() => now);
  jest.spyOn(world, 'nowMs').mockImplementation(() => Date.parse(now));
});
afterEach(() => void jest.restoreAllMocks());

const at = () => now;
const pass = (ms: number) => (now = addMs(now, ms));
const STEP_MS = 30_000;
const login = ({ email, password }: Account, otp?: string) =>
  node.call('auth.login', { email, password, ...(otp !== undefined && { otp }) });
const anAccountWithApp = async () => withTotp(node, await anAccount(node), at);
const told = async (name: string, { id }: Account) =>
  ((await published(fixture.auth, name)) as { user_id: string }[]).filter(({ user_id }) => user_id === id);

test('an app counts from the code that confirms it, which comes with ten recovery codes; that is told', async () => {
  const account = await anAccount(node);
  const enrolled = await node.call('auth.enroll_totp', { password: account.password }, account.meta);
  expect(enrolled.otpauth_url).toContain(`secret=${enrolled.secret}`);
  expect(enrolled.otpauth_url).toContain(encodeURIComponent(account.email));
  expect(amrOf(await login(account))).toEqual(['pwd']);
  const confirm = (code: string) => node.call('auth.confirm_totp', { code }, account.meta);
  const show = appWith(enrolled.secret);
  expect(await outcomeOf(confirm(show(now, 5)))).toBe('SECOND_FACTOR_WRONG');
  expect(await outcomeOf(login(account))).toBe('ok');
  const { recovery_codes } = await confirm(show(now, 0));
  expect(new Set(recovery_codes).size).toBe(10);
  await expect(login(account)).rejects.toMatchObject({
    type: 'SECOND_FACTOR_REQUIRED',
    data: { methods: ['totp', 'recovery_code'] },
  });
  expect(await node.call('auth.read_factors', {}, account.meta)).toEqual({
    totp: { since: now },
    passkeys: 0,
    recovery_codes_left: 10,
  });
  expect(await told('user.factor_added', account)).toEqual([
    { user_id: account.id, factor: 'totp', name: null, at: now },
  ]);
});

test('an app that nobody confirms within a quarter of an hour is none', async () => {
  const account = await anAccount(node);
  const { secret } = await node.call('auth.enroll_totp', { password: account.password }, account.meta);
  const confirm = () => node.call('auth.confirm_totp', { code: appWith(secret)(now, 0) }, account.meta);
  pass(15 * 60_000);
  expect(await outcomeOf(confirm())).toBe('TOTP_NOT_ENROLLED');
  expect(await outcomeOf(login(account))).toBe('ok');
});

test('a wrong password says nothing of a second factor', async () => {
  const account = await anAccountWithApp();
  for (const otp of [undefined, account.show()])
    expect(await outcomeOf(login({ ...account, password: 'another password' }, otp))).toBe(
      'CREDENTIALS_WRONG',
    );
});

test.each([-1, 0, 1])('a clock that is off by %i steps signs in; the tokens say how', async (off) => {
  const account = await anAccountWithApp();
  pass(2 * STEP_MS);
  const tokens = await login(account, account.show(off));
  expect(amrOf(tokens)).toEqual(['pwd', 'otp', 'mfa']);
  const refreshed = await node.call('auth.refresh', { refresh_token: tokens.refresh_token });
  expect(amrOf(refreshed)).toEqual(['pwd', 'otp', 'mfa']);
});

test.each([-2, 2])('a clock that is off by %i steps does not', async (off) => {
  const account = await anAccountWithApp();
  pass(2 * STEP_MS);
  expect(await outcomeOf(login(account, account.show(off)))).toBe('SECOND_FACTOR_WRONG');
});

test('a code works once, and none before it: not the one that confirmed the app either', async () => {
  const account = await anAccountWithApp();
  expect(await outcomeOf(login(account, account.first_code))).toBe('SECOND_FACTOR_WRONG');
  const code = account.show();
  expect(await outcomeOf(login(account, code))).toBe('ok');
  expect(await outcomeOf(login(account, code))).toBe('SECOND_FACTOR_WRONG');
  pass(STEP_MS);
  expect(await outcomeOf(login(account, account.show(-1)))).toBe('SECOND_FACTOR_WRONG');
  expect(await outcomeOf(login(account, account.show()))).toBe('ok');
});

test('of two who use a code at the same moment one is signed in', async () => {
  const account = await anAccountWithApp();
  const code = account.show();
  const locked = `select from totp where user_id = '${account.id}' for update`;
  const outcomes = await holding(fixture.auth, locked, 2, () =>
    Promise.all([outcomeOf(login(account, code)), outcomeOf(login(account, code))]),
  );
  expect(outcomes.sort()).toEqual(['SECOND_FACTOR_WRONG', 'ok']);
});

test('who guesses must wait from the fifth wrong code on, longer each time, and the owner is told once', async () => {
  const account = await anAccountWithApp();
  const guess = () => outcomeOf(login(account, account.show(7)));
  for (let i = 0; i < 4; i += 1) expect(await guess()).toBe('SECOND_FACTOR_WRONG');
  expect(await told('user.factor_guessed', account)).toEqual([]);
  expect(await guess()).toBe('SECOND_FACTOR_WRONG');
  await expect(login(account, account.show())).rejects.toMatchObject({
    type: 'SECOND_FACTOR_TOO_OFTEN',
    data: { retry_after_s: 60, again_at: addMs(now, 60_000) },
  });
  pass(60_000);
  expect(await guess()).toBe('SECOND_FACTOR_WRONG');
  pass(119_000);
  expect(await guess()).toBe('SECOND_FACTOR_TOO_OFTEN');
  pass(1_000);
  expect(await outcomeOf(login(account, account.show()))).toBe('ok');
  expect(await guess()).toBe('SECOND_FACTOR_WRONG');
  expect(await told('user.factor_guessed', account)).toHaveLength(1);
});

test('of twenty guesses at once five are tried, and the owner gets in by a recovery code meanwhile', async () => {
  const account = await anAccountWithApp();
  const locked = `select from totp where user_id = '${account.id}' for update`;
  const outcomes = await holding(fixture.auth, locked, 2, () =>
    Promise.all(Array.from({ length: 20 }, () => outcomeOf(login(account, account.show(7))))),
  );
  expect(outcomes.filter((outcome) => outcome === 'SECOND_FACTOR_WRONG')).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome === 'SECOND_FACTOR_TOO_OFTEN')).toHaveLength(15);
  expect(await outcomeOf(login(account, account.codes[0]))).toBe('ok');
});

test('a recovery code works once, however it is typed, and its use is told', async () => {
  const account = await anAccountWithApp();
  const [code] = account.codes as [string];
  const typed = ` ${code.replaceAll('-', ' ').toUpperCase().replaceAll('O', '0')}`;
  expect(amrOf(await login(account, typed))).toEqual(['pwd', 'otp', 'mfa']);
  expect(await outcomeOf(login(account, code))).toBe('SECOND_FACTOR_WRONG');
  expect(await told('user.recovery_code_used', account)).toEqual([{ user_id: account.id, left: 9, at: now }]);
});

test('of two who use a recovery code at the same moment one is signed in', async () => {
  const account = await anAccountWithApp();
  const locked = `select from recovery_codes where user_id = '${account.id}' for update`;
  const outcomes = await holding(fixture.auth, locked, 2, () =>
    Promise.all([0, 1].map(() => outcomeOf(login(account, account.codes[0])))),
  );
  expect(outcomes.sort()).toEqual(['SECOND_FACTOR_WRONG', 'ok']);
});

test('new recovery codes take the place of the old ones', async () => {
  const account = await anAccountWithApp();
  const proof = { password: account.password, otp: account.show() };
  const { recovery_codes } = await node.call('auth.renew_recovery_codes', proof, account.meta);
  expect(await outcomeOf(login(account, account.codes[0]))).toBe('SECOND_FACTOR_WRONG');
  expect(await outcomeOf(login(account, recovery_codes[0]))).toBe('ok');
  expect(await told('user.recovery_codes_renewed', account)).toHaveLength(1);
});

test('a token alone changes no factor, and where there is a second factor the password does not either', async () => {
  const account = await anAccountWithApp();
  const { meta, password } = account;
  const changes = (
    ['auth.remove_totp', 'auth.renew_recovery_codes', 'auth.request_passkey'] as const
  ).flatMap((name) =>
    [{}, { otp: account.show() }, { password: 'another' }, { password }, { password, otp: '000' }].map(
      (proof) => outcomeOf(node.call(name, proof, meta)),
    ),
  );
  const refusals = [
    'VALIDATION_FAILED',
    'VALIDATION_FAILED',
    'CREDENTIALS_WRONG',
    'SECOND_FACTOR_REQUIRED',
    'SECOND_FACTOR_WRONG',
  ];
  expect(await Promise.all(changes)).toEqual([...refusals, ...refusals, ...refusals]);
  expect(await outcomeOf(login(account, account.show()))).toBe('ok');
});

test('an app is turned off by password and code; with it go the recovery codes, and that is told', async () => {
  const account = await anAccountWithApp();
  const { meta, password } = account;
  const enroll = node.call('auth.enroll_totp', { password, otp: account.show() }, meta);
  expect(await outcomeOf(enroll)).toBe('TOTP_ALREADY_ON');
  pass(STEP_MS);
  const left = await node.call('auth.remove_totp', { password, otp: account.show() }, meta);
  expect(left).toEqual({ totp: null, passkeys: 0, recovery_codes_left: 0 });
  expect(amrOf(await login(account))).toEqual(['pwd']);
  expect(await outcomeOf(node.call('auth.remove_totp', { password }, meta))).toBe('SECOND_FACTOR_NOT_FOUND');
  expect(await outcomeOf(node.call('auth.renew_recovery_codes', { password }, meta))).toBe(
    'SECOND_FACTOR_NOT_FOUND',
  );
  expect(await told('user.factor_removed', account)).toHaveLength(1);
});

test('of two who enrol an app at once one is left, and is the one that can be confirmed', async () => {
  const account = await anAccount(node);
  const locked = `select from credentials where user_id = '${account.id}' for update`;
  const enroll = () => node.call('auth.enroll_totp', { password: account.password }, account.meta);
  const both = await holding(fixture.auth, locked, 2, () => Promise.all([enroll(), enroll()]));
  const outcomes = [];
  for (const { secret } of both)
    outcomes.push(
      await outcomeOf(node.call('auth.confirm_totp', { code: appWith(secret)(now, 0) }, account.meta)),
    );
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
});

test('secrets and codes stand in no table and no log as they are', async () => {
  const account = await anAccountWithApp();
  const secret = Buffer.from(account.secret).toString();
  await login(account, account.codes[1]);
  const { rows } = await fixture.auth.query<{ all: string }>(
    `select (select json_agg(t) from totp t)::text || (select json_agg(r) from recovery_codes r)::text
       || (select json_agg(o) from outbox o)::text "all"`,
  );
  const raw = appSecretBytes(secret).toString('hex');
  for (const text of [rows[0]!.all, node.lines.join('\n')])
    for (const known of [secret, raw, ...account.codes, account.first_code])
      expect(text).not.toContain(known);
});

test("a sealed secret that is moved to another user's row opens nothing", async () => {
  const [one, other] = [await anAccountWithApp(), await anAccountWithApp()];
  await fixture.auth.query(
    'update totp set secret = (select secret from totp where user_id = $1) where user_id = $2',
    [one.id, other.id],
  );
  expect(await outcomeOf(login(other, one.show()))).toBe('SECOND_FACTOR_WRONG');
  expect(node.lines.join('\n')).toContain("has the platform's secret changed?");
  expect(await outcomeOf(login(other, other.codes[0]))).toBe('ok');
});

test('who is erased leaves no factor behind', async () => {
  const account = await anAccountWithApp();
  const { password } = account;
  expect(await outcomeOf(node.call('auth.delete', { password }, account.meta))).toBe(
    'SECOND_FACTOR_REQUIRED',
  );
  await node.call('auth.delete', { password, otp: account.show() }, account.meta);
  await eraseNow(fixture.auth, account.id);
  const { rows } = await fixture.auth.query(
    'select user_id from totp where user_id = $1 union all select user_id from recovery_codes where user_id = $1',
    [account.id],
  );
  expect(rows).toEqual([]);
});

function appSecretBytes(base32: string): Buffer {
  const bits = [...base32].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => parseInt(byte, 2)),
  );
}
