import { permutations } from '#machines/facts.fixture';
import { aCampaign } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startReceipts } from './fixture.test.ts';

let it: Awaited<ReturnType<typeof startReceipts>>;
beforeAll(async () => {
  it = await startReceipts();
});
afterAll(() => it?.platform.stop());

test('a receipt says what was so when it was issued, and is announced once', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const { pledge_id, donor, message } = await it.aPledge(campaign_id);
  const captured = message('pledge.captured', 1000, 2);
  await it.deliver([captured]);
  await it.idle();
  const [receipt, ...more] = await it.receiptsOf(organisation_id);
  expect(more).toEqual([]);
  const number = `${new Date().getUTCFullYear()}-000001`;
  expect(receipt).toMatchObject({
    number,
    kind: 'RECEIPT',
    cancels: null,
    organisation_name: 'Wells for All',
    campaign_title: 'A well',
    pledge_id,
    donor_name: 'Dora',
    amount: 1000,
    currency: 'EUR',
    received_at: captured.published_at,
  });
  await it.platform.quiet();
  expect(it.told.filter((it) => it.pledge_id === pledge_id)).toEqual([
    {
      receipt_id: receipt!.id,
      number,
      kind: 'RECEIPT',
      cancels_number: null,
      pledge_id,
      donor: { name: 'Dora', address: `${donor.user_id}@example.org` },
      amount: 1000,
      currency: 'EUR',
      organisation_name: 'Wells for All',
      campaign_title: 'A well',
      issued_at: receipt!.issued_at,
      url: expect.stringMatching(
        new RegExp(`^${it.platform.url}/receipts/${receipt!.id}\\?token=[\\w-]{43}$`),
      ),
    },
  ]);
});

test('money that went back cancels the receipt, and what is left has a new one', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const { message } = await it.aPledge(campaign_id);
  const steps = [
    ['pledge.captured', 1000],
    ['pledge.refunded', 700],
    ['pledge.charged_back', 0],
    ['pledge.refund_reversed', 300],
  ] as const;
  for (const [i, [name, kept]] of steps.entries()) {
    await it.deliver([message(name, kept, 2 + i)]);
    await it.idle();
  }
  const receipts = await it.receiptsOf(organisation_id);
  expect(receipts.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['RECEIPT', 1000],
    ['CANCELLATION', 1000],
    ['RECEIPT', 700],
    ['CANCELLATION', 700],
    ['RECEIPT', 300],
  ]);
  const [first, second, third, fourth] = receipts;
  expect([second!.cancels, fourth!.cancels]).toEqual([first!.id, third!.id]);
});

test('in every order, and twice, the same messages end in a receipt for what is kept', async () => {
  const { campaign_id } = await it.anOrganisation();
  const orders = [...permutations([0, 1, 2, 3])];
  const pledges = await Promise.all(
    orders.map(async (order, i) => {
      const pledge = await it.aPledge(campaign_id);
      const messages = [
        pledge.message('pledge.captured', 1000, 2),
        pledge.message('pledge.refunded', 600, 3),
        pledge.message('pledge.charged_back', 0, 4),
        pledge.message('pledge.refund_reversed', 250, 5),
      ];
      for (const at of order) await it.deliver([messages[at]!], i % 2);
      await it.deliver(messages, (i + 1) % 2);
      return pledge;
    }),
  );
  await it.idle();
  for (const { pledge_id } of pledges) expect(await it.liveOf(pledge_id)).toEqual([250]);
});

test('what can not be asked for yet holds up no message, and is issued later', async () => {
  const { campaign_id, owner } = await aCampaign(it.platform);
  const { pledge_id, message } = await it.aPledge(campaign_id);
  // The organisation's profile has not arrived.
  await it.deliver([message('pledge.captured', 1000, 2)]);
  await until(() => it.platform.count('receipts', 'timers where key = $1 and attempts > 0', pledge_id));
  await it.aUser(owner.user_id, 'Late');
  await it.db.query('update timers set leased_until = null where key = $1', [pledge_id]);
  await it.idle();
  expect(await it.liveOf(pledge_id)).toEqual([1000]);
});

test('what is left of a gift is confirmed in the words of its first receipt, when its donor is gone', async () => {
  const { campaign_id, organisation_id } = await it.anOrganisation();
  const { donor, message } = await it.aPledge(campaign_id);
  await it.deliver([message('pledge.captured', 1000, 2)]);
  await it.idle();
  await it.platform.db('users').query('delete from users where id = $1', [donor.user_id]);
  await it.deliver([message('pledge.refunded', 400, 3)]);
  await it.idle();
  const receipts = await it.receiptsOf(organisation_id);
  expect(receipts.map(({ kind, donor_name }) => [kind, donor_name])).toEqual([
    ['RECEIPT', 'Dora'],
    ['CANCELLATION', 'Dora'],
    ['RECEIPT', 'Dora'],
  ]);
});
