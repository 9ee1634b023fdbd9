// What a reset of the password leaves of second factors.
import { world } from '#lib/world';
import { aCaller } from '#test/callers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anAccount, login, withTotp } from './factors.fixture.ts';
import { freshWorld, outcomeOf, type Node, type World } from './fixture.test.ts';

let fixture: World;
let node: Node;
beforeAll(async () => {
  fixture = await freshWorld();
  node = await fixture.node();
});
afterAll(() => fixture.stop());

/** An account with an app, whose password was reset by the link. */
async function anAccountAfterReset(isVerified: boolean) {
  const account = await withTotp(node, await anAccount(node), world.now);
  if (isVerified)
    await fixture.users.query('update users set verified_at = now() where id = $1', [account.id]);
  const { email } = account;
  const { url } = await node.call('auth.issue_reset', { email, show: true }, { caller: aCaller('admin') });
  const token = new URL(url!).searchParams.get('token')!;
  const new_password = 'the password after it';
  await node.call('auth.reset_password', { token, new_password });
  return { ...account, password: new_password };
}

test('who resets the password of a verified address is asked for the second factor as before', async () => {
  const account = await anAccountAfterReset(true);
  expect(await outcomeOf(login(node, account))).toBe('SECOND_FACTOR_REQUIRED');
  expect(await outcomeOf(login(node, account, { otp: account.codes[0] }))).toBe('ok');
});

test('where nobody had verified the address the factors of whoever opened the account are gone', async () => {
  const account = await anAccountAfterReset(false);
  expect(await outcomeOf(login(node, account))).toBe('ok');
});
