import { settingsOf } from '#lib/broker';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authenticator, lies, type Ways } from './authenticator.fixture.ts';
import {
  alone,
  amrOf,
  anAccount,
  askedOf,
  login,
  party,
  requestLogin,
  withPasskey,
  type Account,
  type Holder,
} from './factors.fixture.ts';
import { freshWorld, outcomeOf, published, type Node, type World, eraseNow } from './fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

const aHolder = async (ways: Ways = {}) => withPasskey(node, await anAccount(node), ways);

/** Adds a passkey in its own way. */
async function add(account: Account, ways: Ways = {}, device = authenticator(party)) {
  const proof = { password: account.password };
  const request = await node.call('auth.request_passkey', proof, account.meta);
  const response = device.create(request, ways);
  return node.call(
    'auth.add_passkey',
    { challenge_id: request.challenge_id, name: 'Key', response },
    account.meta,
  );
}

test('the first passkey comes with recovery codes, and from then on the password is not enough', async () => {
  const holder = await aHolder();
  const { recovery_codes } = holder.passkey;
  expect(recovery_codes).toHaveLength(10);
  const { methods, passkey } = (await askedOf(node, holder))!;
  expect(methods).toEqual(['passkey', 'recovery_code']);
  expect(passkey.options.allowCredentials).toEqual([
    { id: holder.device.id, type: 'public-key', transports: ['internal'] },
  ]);
  expect(await outcomeOf(login(node, holder, { otp: recovery_codes![0] }))).toBe('ok');
  const added = (await published(fixture.auth, 'user.factor_added')) as { user_id: string }[];
  expect(added.filter(({ user_id }) => user_id === holder.id)).toMatchObject([
    { factor: 'passkey', name: 'Key' },
  ]);
});

test('a passkey is added once, and the browser is told which there are', async () => {
  const holder = await aHolder();
  const proof = { password: holder.password, otp: holder.passkey.recovery_codes![0]! };
  const request = await node.call('auth.request_passkey', proof, holder.meta);
  expect(request.options.excludeCredentials.map(({ id }) => id)).toEqual([holder.device.id]);
  expect(Buffer.from(request.options.user.id, 'base64url').toString('hex')).toBe(
    holder.id.replaceAll('-', ''),
  );
  expect(await outcomeOf(add(await anAccount(node), {}, holder.device))).toBe('PASSKEY_TAKEN');
});

test('an account has twenty passkeys at most', async () => {
  const holder = await aHolder();
  const request = await node.call(
    'auth.request_passkey',
    { password: holder.password, otp: holder.passkey.recovery_codes![0]! },
    holder.meta,
  );
  await fixture.auth.query(
    `insert into passkeys select gen_random_uuid(), user_id, gen_random_uuid()::text, public_key, 0, '{}', false, 'Key', created_at
     from passkeys, generate_series(1, 19) where user_id = $1`,
    [holder.id],
  );
  const response = authenticator(party).create(request);
  const asked = { challenge_id: request.challenge_id, name: 'Key', response };
  expect(await outcomeOf(node.call('auth.add_passkey', asked, holder.meta))).toBe('TOO_MANY_PASSKEYS');
});

test('passkeys are listed, renamed and removed by their owner alone; with the last one go the recovery codes', async () => {
  const holder = await aHolder();
  const { meta, passkey } = holder;
  const { id } = passkey;
  const stranger = await anAccount(node);
  await alone(node, holder);
  const { data } = await node.call('auth.list_passkeys', {}, meta);
  expect(data).toMatchObject([{ id, name: 'Key', synced: false, last_used_at: expect.any(String) }]);
  expect(await node.call('auth.list_passkeys', {}, stranger.meta)).toEqual({ data: [] });
  expect(await outcomeOf(node.call('auth.rename_passkey', { id, name: 'Mine' }, stranger.meta))).toBe(
    'PASSKEY_NOT_FOUND',
  );
  expect(await node.call('auth.rename_passkey', { id, name: 'Phone' }, meta)).toMatchObject({
    name: 'Phone',
  });
  const theirs = { id, password: stranger.password };
  expect(await outcomeOf(node.call('auth.remove_passkey', theirs, stranger.meta))).toBe('PASSKEY_NOT_FOUND');
  const proof = { id, password: holder.password };
  expect(await outcomeOf(node.call('auth.remove_passkey', proof, meta))).toBe('SECOND_FACTOR_REQUIRED');
  const otp = passkey.recovery_codes![0]!;
  expect(await node.call('auth.remove_passkey', { ...proof, otp }, meta)).toEqual({
    totp: null,
    passkeys: 0,
    recovery_codes_left: 0,
  });
  expect(await outcomeOf(alone(node, holder))).toBe('PASSKEY_REFUSED');
  expect(amrOf(await login(node, holder))).toEqual(['pwd']);
});

/** Shows by the passkey alone that it is its owner. */
async function proofBy({ device }: Pick<Holder, 'device'>, ways: Ways = {}) {
  const { challenge_id, options } = await requestLogin(node);
  return { passkey: { challenge_id, response: device.get({ options }, ways) } };
}

test('by a passkey that checked who it is its owner changes factors, without a password; by another’s nobody does', async () => {
  const [holder, other] = [await aHolder(), await aHolder()];
  const renew = async (proof: Awaited<ReturnType<typeof proofBy>>) =>
    outcomeOf(node.call('auth.renew_recovery_codes', proof, holder.meta));
  expect(await renew(await proofBy(other))).toBe('SECOND_FACTOR_WRONG');
  expect(await renew(await proofBy(holder, { verifies: false }))).toBe('SECOND_FACTOR_WRONG');
  const proof = await proofBy(holder);
  expect(await renew(proof)).toBe('ok');
  expect(await renew(proof)).toBe('SECOND_FACTOR_WRONG');
});

test('who is erased leaves no passkey behind, and nobody signs in by it', async () => {
  const holder = await aHolder();
  await askedOf(node, holder);
  const otp = holder.passkey.recovery_codes![0]!;
  await node.call('auth.delete', { password: holder.password, otp }, holder.meta);
  await eraseNow(fixture.auth, holder.id);
  expect(await outcomeOf(alone(node, holder))).toBe('PASSKEY_REFUSED');
  const { rows } = await fixture.auth.query(
    'select id from passkeys where user_id = $1 union all select id from passkey_challenges where user_id = $1',
    [holder.id],
  );
  expect(rows).toEqual([]);
});

test.each(lies)('%s adds no passkey, and the answer says why', async (_what, ways) => {
  const account = await anAccount(node);
  await expect(add(account, ways)).rejects.toMatchObject({
    type: 'PASSKEY_NOT_ADDED',
    data: { reason: expect.stringMatching(/\w+/) },
  });
  expect(await outcomeOf(login(node, account))).toBe('ok');
});

test('where the platform has no name but an address, nobody is asked for a passkey, and it says why', async () => {
  const [account, holder] = [await anAccount(node), await aHolder()];
  const settings = settingsOf(node.broker);
  const { public_url } = settings;
  settings.public_url = 'http://192.0.2.1:8080';
  try {
    const request = node.call('auth.request_passkey', { password: account.password }, account.meta);
    expect(await outcomeOf(request)).toBe('PASSKEYS_UNAVAILABLE');
    expect(await outcomeOf(requestLogin(node))).toBe('PASSKEYS_UNAVAILABLE');
    expect(await askedOf(node, holder)).toEqual({ methods: ['recovery_code'] });
  } finally {
    settings.public_url = public_url;
  }
});
