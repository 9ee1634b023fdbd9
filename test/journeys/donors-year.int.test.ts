// A donor's year, over HTTP: what they give each month, what fails and goes back, what their receipts say, and how they leave.
import { addMs, world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { recurring, type Recurring } from '#test/recurring';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verificationTokenOf } from '../../services/identity/users/verification.link.ts';

let it: Fundraising;
let gifts: Recurring;
beforeAll(async () => {
  it = await startFundraising({ settings: { erase_after_days: 0 } });
  gifts = recurring(it);
});
afterAll(() => it?.platform.stop());

const EMAIL = 'greta@example.org';
const PASSWORD = 'correct horse battery';
const year = Number(world.now().slice(0, 4));

test('a donor gives each month, is refunded, disputes, has receipts and a statement, claims their gifts, and is erased', async () => {
  // A guest begins to give 10.00 each month. The first renewal fails, and its second try succeeds.
  const { id, campaign_id, mandate_id } = await gifts.anActive(it.anyone, {
    donor: { name: 'Greta', email: EMAIL },
    message: 'For Ida',
  });
  await gifts.behave(mandate_id, 'fail');
  await gifts.renew(id);
  expect((await gifts.subscriptionOf(id)).status).toBe('PAST_DUE');
  await gifts.behave(mandate_id, 'succeed');
  await gifts.retry(id);
  expect(await gifts.statusesOf(id)).toEqual(['0 COMPLETED', '1 CANCELLED', '1 COMPLETED']);
  expect(await gifts.totalOf(campaign_id)).toBe(2000);

  // 4.00 of the first go back; the second is disputed, and a part of it won.
  const [first, , second] = await gifts.pledgesOf(id);
  await it.owner.post(`/api/pledges/${first!.id}/refunds`, { amount: 400 }, gifts.keyed());
  await it.platform.quiet();
  const { data: payments } = await it.admin.call('payments.list', { purpose_id: second!.id });
  const provider = `/sandbox/payments/${payments[0]!.id}`;
  await it.anyone.post(`${provider}/dispute`, {});
  await it.anyone.post(`${provider}/win`, { amount: 300 });
  await it.platform.quiet();
  expect(await gifts.totalOf(campaign_id)).toBe(600 + 300);

  // They open an account and verify their address: the gifts are theirs, and so is the subscription.
  const { user } = await it.anyone.call('auth.register', { email: EMAIL, password: PASSWORD, name: 'Greta' });
  const donor = await it.anyone.login(EMAIL, PASSWORD);
  expect((await donor.call('pledges.list', {})).data).toEqual([]);
  const token = verificationTokenOf(
    it.platform.settings.link_secret,
    { user_id: user.id, email: EMAIL },
    addMs(world.now(), 60_000),
  );
  await it.anyone.call('users.verify', { token });
  await it.platform.quiet();
  expect((await donor.call('pledges.list', {})).data).toHaveLength(3);
  expect(await donor.call('subscriptions.get', { id })).toMatchObject({ donor_id: user.id, donor: null });
  expect((await it.anyone.call('totals.get', { campaign_id })).donors).toBe(1);

  // Their receipts confirm what is kept; each change cancelled one and issued another, numbered without a gap.
  const { data: receipts } = await donor.call('receipts.list', { limit: 100 });
  const live = receipts.filter(({ kind, cancelled_by }) => kind === 'RECEIPT' && cancelled_by === null);
  expect(live.map(({ amount }) => amount).sort()).toEqual([300, 600]);
  const { data: book } = await it.owner.call('receipts.list', { organisation_id: 'me', limit: 100 });
  const numbers = book.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  const statement = await donor.call('receipts.statement', { year });
  expect(statement.sums).toEqual([{ currency: 'EUR', total: 900 }]);

  // They leave: nothing more is charged, nobody can tell who they were, and the money stays as it is.
  const left = await donor.send('DELETE', '/api/users/me', { body: { password: PASSWORD } });
  expect(left.status).toBe(202);
  await until(async () => (await gifts.subscriptionOf(id)).status === 'CANCELLED');
  await it.platform.quiet();
  expect(await gifts.subscriptionOf(id)).toMatchObject({ donor: null, message: null });
  for (const service of ['pledges', 'subscriptions', 'receipts', 'users', 'auth'])
    expect([service, await placesOf(service)]).toEqual([service, []]);
  expect(await gifts.totalOf(campaign_id)).toBe(900);
  const { data } = await it.admin.call('ops.verify', {});
  expect(data.filter(({ violations }) => violations.length > 0)).toEqual([]);
});

/** The tables of a service in which the address stands. */
async function placesOf(service: string): Promise<string[]> {
  const db = it.platform.db(service);
  const { rows } = await db.query<{ name: string }>(
    `select table_name name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => ({
      name,
      n: await it.platform.count(service, `${name} t where t::text like '%' || $1 || '%'`, EMAIL),
    })),
  );
  return found.filter(({ n }) => n > 0).map(({ name }) => name);
}
