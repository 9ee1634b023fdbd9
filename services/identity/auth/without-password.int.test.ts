import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authenticator, type Ways } from './authenticator.fixture.ts';
import { alone, anAccount, login, party, requestLogin, withPasskey, type Holder } from './factors.fixture.ts';
import {
  eraseNow,
  freshWorld,
  holding,
  outcomeOf,
  published,
  type Node,
  type World,
} from './fixture.test.ts';

let fixture: World;
let node: Node;

beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

const aHolder = async (ways: Ways = {}) => withPasskey(node, await anAccount(node), ways);

/** Shows by the passkey alone that it is its owner. */
async function proofBy({ device }: Pick<Holder, 'device'>, ways: Ways = {}) {
  const { challenge_id, options } = await requestLogin(node);
  return { passkey: { challenge_id, response: device.get({ options }, ways) } };
}

/** An account without a password, with a passkey that signs in alone. */
async function withoutPassword() {
  const holder = await aHolder();
  await node.call('auth.remove_password', await proofBy(holder), holder.meta);
  return holder;
}

test('who has a passkey that works alone may do without a password; that is told', async () => {
  const holder = await aHolder();
  const { meta } = holder;
  const unchecked = await proofBy(holder, { verifies: false });
  expect(await outcomeOf(node.call('auth.remove_password', unchecked, meta))).toBe('SECOND_FACTOR_WRONG');
  await node.call('auth.remove_password', await proofBy(holder), meta);
  expect(await outcomeOf(login(node, holder))).toBe('CREDENTIALS_WRONG');
  expect(await outcomeOf(alone(node, holder))).toBe('ok');
  const removed = (await published(fixture.auth, 'user.factor_removed')) as { user_id: string }[];
  expect(removed.filter(({ user_id }) => user_id === holder.id)).toMatchObject([{ factor: 'password' }]);
});

test('without a password the last passkey that works alone stays', async () => {
  const holder = await withoutPassword();
  const { id } = holder.passkey;
  const remove = async () =>
    node.call('auth.remove_passkey', { id, ...(await proofBy(holder)) }, holder.meta);
  expect(await outcomeOf(remove())).toBe('LAST_WAY_IN');
  const request = await node.call('auth.request_passkey', await proofBy(holder), holder.meta);
  const device = authenticator(party);
  const response = device.create(request);
  const added = { challenge_id: request.challenge_id, name: 'Other', response };
  await node.call('auth.add_passkey', added, holder.meta);
  expect(await outcomeOf(remove())).toBe('LAST_WAY_IN'); // nobody knows yet whether it works alone
  await alone(node, { device });
  expect(await remove()).toMatchObject({ passkeys: 1 });
});

test('a password and a passkey that are removed at the same moment: one stays', async () => {
  const holder = await aHolder();
  const proofs = [await proofBy(holder), await proofBy(holder)] as const;
  const locked = `select from credentials where user_id = '${holder.id}' for update`;
  const outcomes = await holding(fixture.auth, locked, 2, () =>
    Promise.all([
      outcomeOf(node.call('auth.remove_password', proofs[0], holder.meta)),
      outcomeOf(node.call('auth.remove_passkey', { id: holder.passkey.id, ...proofs[1] }, holder.meta)),
    ]),
  );
  expect(outcomes.sort()).toEqual(['LAST_WAY_IN', 'ok']);
});

test('who has no password deletes their account by a passkey', async () => {
  const holder = await withoutPassword();
  expect(await outcomeOf(node.call('auth.delete', await proofBy(holder), holder.meta))).toBe('ok');
});

test('who has no password takes the deletion of their account back by their passkey, and by it alone', async () => {
  const holder = await withoutPassword();
  await node.call('auth.delete', await proofBy(holder), holder.meta);
  const restore = async (by: Pick<Holder, 'device'>, ways: Ways = {}) =>
    node.call('auth.restore_with_passkey', (await proofBy(by, ways)).passkey);
  expect(await outcomeOf(alone(node, holder))).toBe('ACCOUNT_DELETED');
  expect(await outcomeOf(restore(holder, { verifies: false }))).toBe('PASSKEY_REFUSED');
  expect(await restore(await aHolder())).not.toEqual({ user_id: holder.id });
  expect(await outcomeOf(alone(node, holder))).toBe('ACCOUNT_DELETED');
  expect(await restore(holder)).toEqual({ user_id: holder.id });
  expect(await outcomeOf(alone(node, holder))).toBe('ok');
  const restored = (await published(fixture.auth, 'user.restored')) as { user_id: string }[];
  expect(restored.filter(({ user_id }) => user_id === holder.id)).toHaveLength(1);
});

test('a passkey restores no account that was erased', async () => {
  const holder = await withoutPassword();
  await node.call('auth.delete', await proofBy(holder), holder.meta);
  await eraseNow(fixture.auth, holder.id);
  const { passkey } = await proofBy(holder);
  expect(await outcomeOf(node.call('auth.restore_with_passkey', passkey))).toBe('PASSKEY_REFUSED');
});
