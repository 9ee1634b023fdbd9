import type { Client } from '#test/client';
import { addMs, world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { delivery, until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signLink } from '../../services/fundraising/pledges/guest-link.ts';
import { verificationTokenOf } from '../../services/identity/users/verification.link.ts';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

type Account = Client & { user: { id: string; email: string } };
const secret = () => it.platform.settings.link_secret;

/** A gift of 1,000, paid. */
async function give(by: Client, donor?: { name: string; email: string }): Promise<string> {
  const wish = { campaign_id: it.campaign_id, amount: 1000, currency: 'EUR', ...(donor && { donor }) };
  const { pledge_id, payment_url } = await by.call('pledges.create', wish, {
    idempotency_key: world.newId(),
  });
  const payment_id = await it.provider.open(payment_url);
  await by.send('POST', `/sandbox/payments/${payment_id}/capture`, { body: {} });
  return pledge_id;
}
const asGuest = (email: string) => give(it.anyone, { name: 'Greta', email });
/** As the button of the e-mail's page does. */
async function verify({ user: { id: user_id, email } }: Account) {
  const token = verificationTokenOf(secret(), { user_id, email }, addMs(world.now(), 60_000));
  await it.anyone.call('users.verify', { token });
  await it.platform.quiet();
}
const figures = async () => {
  await it.platform.quiet();
  const { donors, pledges, total } = await it.anyone.call('totals.get', { campaign_id: it.campaign_id });
  return [donors, pledges, total];
};
const giftsOf = async (account: Client) =>
  (await account.call('pledges.list', { limit: 100 })).data.map(({ id }) => id).sort();

test('who verifies their address has the gifts of before as their own: one donor, not two', async () => {
  const account = await it.anyone.register();
  const gifts = [await give(account), await asGuest(account.user.email), await asGuest(account.user.email)];
  const [donors, ...rest] = await figures();
  expect(await giftsOf(account)).toEqual([gifts[0]]);
  await verify(account);
  expect(await figures()).toEqual([donors! - 1, ...rest]);
  expect(await giftsOf(account)).toEqual(gifts.sort());
  const { data } = await it.admin.call('totals.verify', {});
  expect(data).toEqual([]);
});

test('a claimed gift is its account’s to see and to change, and the link of the e-mail still opens it', async () => {
  const account = await it.anyone.register();
  const id = await asGuest(account.user.email);
  await expect(account.call('pledges.get', { id })).rejects.toThrow('404');
  await verify(account);
  expect(await account.call('pledges.get', { id })).toMatchObject({ donor_id: account.user.id, donor: null });
  expect(await account.call('pledges.update', { id, anonymous: true })).toMatchObject({ anonymous: true });
  const token = signLink(secret(), id);
  expect(await it.anyone.call('pledges.get', { id, token })).toMatchObject({ donor_id: account.user.id });
});

test('an address that differs in more than case is another guest’s', async () => {
  const account = await it.anyone.register();
  const { email } = account.user;
  const other = await asGuest(email.replace('@', '+well@'));
  const same = await asGuest(email.toUpperCase());
  await verify(account);
  expect(await giftsOf(account)).toEqual([same]);
  expect(await it.admin.call('pledges.get', { id: other })).toMatchObject({ donor: { name: 'Greta' } });
});

test('what a stranger gives later in the name of a verified address is not put into its account', async () => {
  const account = await it.anyone.register();
  await verify(account);
  await asGuest(account.user.email);
  await passAgain(account);
  expect(await giftsOf(account)).toEqual([]);
});

test('a gift that was under way while the first pass went on is claimed by the second', async () => {
  const account = await it.anyone.register();
  const { id: user_id, email } = account.user;
  const verified_at = addMs(world.now(), 60_000);
  const told = delivery('user.email_verified', user_id, { user_id, email, verified_at });
  await it.platform.deliver('pledges', [told]);
  await firstPass(account);
  const id = await asGuest(email);
  await passAgain(account);
  expect(await giftsOf(account)).toEqual([id]);
});

test('a claim that is told twice is made once', async () => {
  const account = await it.anyone.register();
  const { id: user_id, email } = account.user;
  const id = await asGuest(email);
  await verify(account);
  const { version } = await account.call('pledges.get', { id });
  const told = delivery('user.email_verified', user_id, { user_id, email, verified_at: world.now() });
  await it.platform.deliver('pledges', [told, told]);
  await it.platform.quiet();
  expect((await account.call('pledges.get', { id })).version).toBe(version);
});

test('a claimed gift is refunded as any other, and its donor gone once nothing is left is no donor of the campaign', async () => {
  const account = await it.anyone.register();
  const id = await asGuest(account.user.email);
  await verify(account);
  await it.owner.call('pledges.refund', { id }, { idempotency_key: world.newId() });
  await it.platform.quiet();
  await until(async () => (await account.call('pledges.get', { id })).status === 'REFUNDED');
  expect((await it.admin.call('totals.verify', {})).data).toEqual([]);
});

const AGAIN = `timers where name = 'pledges.claim' and key = $1 and (payload ->> 'is_again')::bool`;
const waiting = ({ user }: Account) => it.platform.count('pledges', AGAIN, user.id);
const firstPass = (account: Account) => until(async () => (await waiting(account)) === 1);

/** The second pass, now: it is for gifts that were under way during the first. */
async function passAgain(account: Account) {
  await firstPass(account);
  await it.platform.db('pledges').query(`update timers set due_at = now() where key = $1`, [account.user.id]);
  await until(async () => (await waiting(account)) === 0);
}
