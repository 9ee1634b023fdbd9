import { world } from '#lib/world';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { authenticator, lies, type Ways } from './authenticator.fixture.ts';
import {
  alone,
  amrOf,
  anAccount,
  answer,
  askedOf,
  beside,
  claimsOf,
  login,
  party,
  requestLogin,
  withPasskey,
} from './factors.fixture.ts';
import { freshWorld, holding, outcomeOf, type Node, type World } from './fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());
afterEach(() => void jest.restoreAllMocks());

const aHolder = async (ways: Ways = {}) => withPasskey(node, await anAccount(node), ways);

test('a passkey signs its user in, alone and with nothing named; the tokens say how', async () => {
  const holder = await aHolder();
  const tokens = await alone(node, holder);
  expect(claimsOf(tokens).sub).toBe(holder.id);
  expect(amrOf(tokens)).toEqual(['hwk', 'user', 'mfa']);
  expect(amrOf(await node.call('auth.refresh', { refresh_token: tokens.refresh_token }))).toEqual([
    'hwk',
    'user',
    'mfa',
  ]);
  const synced = await aHolder({ synced: true });
  expect(synced.passkey.synced).toBe(true);
  expect(amrOf(await alone(node, synced, { synced: true }))).toEqual(['swk', 'user', 'mfa']);
});

test('the options of a sign-in name nobody, and ask that the device checks who it is', async () => {
  const { options } = await requestLogin(node);
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', timeout: 300_000 });
  expect(options.allowCredentials ?? []).toEqual([]);
});

test('beside the password a key is enough that checks nobody; alone it is not', async () => {
  const holder = await aHolder({ verifies: false });
  expect(amrOf(await beside(node, holder, { verifies: false }))).toEqual(['pwd', 'hwk', 'user', 'mfa']);
  expect(await outcomeOf(alone(node, holder, { verifies: false }))).toBe('PASSKEY_REFUSED');
});

test.each([
  ...lies,
  ['nobody checked', { verifies: false }] as const,
  ['no owner named', { handle: null }] as const,
])('alone: %s signs nobody in', async (_what, ways) => {
  const holder = await aHolder();
  expect(await outcomeOf(alone(node, holder, ways))).toBe('PASSKEY_REFUSED');
  expect(await outcomeOf(alone(node, holder))).toBe('ok');
});

test.each(lies)('beside the password: %s signs nobody in', async (_what, ways) => {
  expect(await outcomeOf(beside(node, await aHolder(), ways))).toBe('SECOND_FACTOR_WRONG');
});

test("nobody signs in by another's key, or by one that was never added", async () => {
  const [one, other] = [await aHolder(), await aHolder()];
  const handle = Buffer.from(other.id.replaceAll('-', ''), 'hex').toString('base64url');
  expect(await outcomeOf(alone(node, one, { handle }))).toBe('PASSKEY_REFUSED');
  expect(await outcomeOf(alone(node, { device: authenticator(party) }, { handle }))).toBe('PASSKEY_REFUSED');
  const { passkey } = (await askedOf(node, one))!;
  const response = other.device.get(passkey);
  expect(
    await outcomeOf(login(node, one, { passkey: { challenge_id: passkey.challenge_id, response } })),
  ).toBe('SECOND_FACTOR_WRONG');
});

test('an answer is taken once; another use of its challenge is refused, also of a fresh answer', async () => {
  const holder = await aHolder();
  const { challenge_id, options } = await requestLogin(node);
  const response = holder.device.get({ options }, { counter: 0 });
  const use = (given: typeof response) =>
    outcomeOf(node.call('auth.login_with_passkey', { challenge_id, response: given }));
  expect(await use(response)).toBe('ok');
  expect(await use(response)).toBe('PASSKEY_REFUSED');
  expect(await use(holder.device.get({ options }))).toBe('PASSKEY_REFUSED');
});

test('a challenge that met a wrong answer is used up', async () => {
  const holder = await aHolder();
  const request = await requestLogin(node);
  const lie = answer(node, holder, request, { origin: 'https://evil.example' });
  expect(await outcomeOf(lie)).toBe('PASSKEY_REFUSED');
  expect(await outcomeOf(answer(node, holder, request))).toBe('PASSKEY_REFUSED');
});

test('of two who answer one challenge at the same moment one is signed in', async () => {
  const holder = await aHolder();
  const request = await requestLogin(node);
  const locked = `select from passkey_challenges where id = '${request.challenge_id}' for update`;
  const outcomes = await holding(fixture.auth, locked, 2, () =>
    Promise.all([0, 1].map(() => outcomeOf(answer(node, holder, request, { counter: 0 })))),
  );
  expect(outcomes.sort()).toEqual(['PASSKEY_REFUSED', 'ok']);
});

test('a challenge is answered within five minutes, and for what it was given', async () => {
  const holder = await aHolder();
  const late = await requestLogin(node);
  const { passkey } = (await askedOf(node, holder))!;
  expect(await outcomeOf(answer(node, holder, passkey))).toBe('PASSKEY_REFUSED');
  jest.spyOn(world, 'now').mockImplementation(() => late.expires_at);
  expect(await outcomeOf(answer(node, holder, late))).toBe('PASSKEY_REFUSED');
});

test('a key that was copied is refused: its count of signatures goes back', async () => {
  const holder = await aHolder();
  expect(await outcomeOf(alone(node, holder, { counter: 7 }))).toBe('ok');
  for (const counter of [7, 6, 0])
    expect(await outcomeOf(alone(node, holder, { counter }))).toBe('PASSKEY_REFUSED');
  expect(await outcomeOf(alone(node, holder, { counter: 8 }))).toBe('ok');
});

test('of two signatures with one count at the same moment one signs in', async () => {
  const holder = await aHolder();
  const locked = `select from passkeys where id = '${holder.passkey.id}' for update`;
  const outcomes = await holding(fixture.auth, locked, 2, () =>
    Promise.all([0, 1].map(() => outcomeOf(alone(node, holder, { counter: 5 })))),
  );
  expect(outcomes.sort()).toEqual(['PASSKEY_REFUSED', 'ok']);
});

test('a device that counts nothing signs in again and again', async () => {
  const holder = await aHolder();
  for (let i = 0; i < 3; i += 1) expect(await outcomeOf(alone(node, holder, { counter: 0 }))).toBe('ok');
});

test.each(['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])(
  'garbage as the %s is refused, and breaks nothing',
  async (field) => {
    const holder = await aHolder();
    for (const garbage of ['AA', 'e30', '_w', 'A'.repeat(99)]) {
      const { challenge_id, options } = await requestLogin(node);
      const { response, ...rest } = holder.device.get({ options });
      const broken = { ...rest, response: { ...response, [field]: garbage } };
      const asked = node.call('auth.login_with_passkey', { challenge_id, response: broken });
      expect(await outcomeOf(asked)).toBe('PASSKEY_REFUSED');
    }
  },
);
