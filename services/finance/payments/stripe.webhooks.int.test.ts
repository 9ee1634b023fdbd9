// Stripe's webhooks at the door: whosever they are, in whatever form and order.
import { world } from '#lib/world';
import { until } from '#test/platform';
import { aThinEvent } from '#test/stripe/objects';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paymentIdOf } from './payment.rules.ts';
import { startDonations, type Donations } from './stripe.fixture.ts';

let donations: Donations;
beforeAll(async () => {
  donations = await startDonations();
});
afterAll(() => donations?.stop());

test("another installation's payment on the same account is acknowledged and kept", async () => {
  const payment_id = world.newId();
  const theirs = donations.server.account.api.create({
    amount: '1000',
    currency: 'eur',
    metadata: { payment_id },
  });
  donations.server.account.pay(theirs.id);
  expect(new Set(await donations.deliverAll())).toEqual(new Set([200]));
  const webhooks = await donations.webhooksOf(payment_id);
  expect(webhooks.map(({ type, outcome }) => [type, outcome])).toEqual([
    ['payment_intent.succeeded', 'payment_not_known'],
  ]);
});

test('a dispute of which a part came back is told by what Stripe reinstated', async () => {
  const { intent, payment_id } = await donations.aDonation();
  const { id: dispute_id } = donations.server.account.dispute(intent);
  donations.server.account.closeDispute(dispute_id, 'lost', 300);
  expect(new Set(await donations.deliverAll())).toEqual(new Set([200]));
  const webhooks = (await donations.webhooksOf(payment_id)).map(({ type, outcome }) => [type, outcome]);
  expect(webhooks.filter(([type]) => type!.startsWith('charge.dispute'))).toEqual([
    ['charge.dispute.created', 'applied'],
    ['charge.dispute.funds_withdrawn', 'already_known'],
    ['charge.dispute.closed', 'already_known'],
    ['charge.dispute.funds_reinstated', 'applied'],
  ]);
});

test.each([
  ['as they came', <E>(events: E[]) => events],
  ['the last first', <E>(events: E[]) => events.toReversed()],
])(
  'refunds made in the dashboard that say the same as ours are counted, each once, %s',
  async (_how, order) => {
    const { pledge_id, payment_id, intent } = await donations.aDonation();
    const path = `/api/pledges/${pledge_id}/refunds`;
    await donations.it.owner.post(path, { amount: 200 }, { idempotency_key: world.newId() });
    const ours = await until(() => donations.server.account.api.refundsOf(intent)[0]);
    for (const amount of [200, 200, 100])
      donations.server.account.refundInDashboard(intent, amount, ours.metadata!);
    expect(new Set(await donations.deliverAll(order))).toEqual(new Set([200]));
    expect(await donations.pledgeOf(pledge_id)).toMatchObject({ refunded_amount: 700 });
    const { data } = await donations.it.admin.call('payments.list', { purpose_id: pledge_id });
    expect(data[0]!.refunds).toMatchObject([{ amount: 200, status: 'SUCCEEDED' }]);
    const refunds = (await donations.webhooksOf(payment_id)).filter(({ type }) => type === 'refund.created');
    expect(refunds).toHaveLength(4);
  },
);

describe('a thin event', () => {
  test.each(['payment_intent', 'charge', 'refund', 'dispute'])(
    'about a %s has Stripe asked',
    async (what) => {
      const { pledge_id, payment_url } = await donations.aPledge();
      const intent = await donations.openForm(payment_url);
      donations.server.account.pay(intent);
      const refund = donations.server.account.refundInDashboard(intent, 300);
      const dispute = donations.server.account.dispute(intent);
      donations.take();
      const charge = donations.server.account.api.charge(refund.charge as string);
      const all = { payment_intent: donations.server.account.intents.get(intent)!, charge, refund, dispute };
      const event = aThinEvent(`v1.${what}.changed`, all[what as keyof typeof all]);
      expect([await donations.send(event), await donations.send(event)]).toEqual([200, 200]);
      await donations.it.platform.quiet();
      expect(await donations.pledgeOf(pledge_id)).toMatchObject({
        captured_amount: 1000,
        refunded_amount: 300,
        charged_back_amount: 700,
      });
      const webhooks = await donations.webhooksOf(paymentIdOf({ kind: 'pledge', id: pledge_id }));
      expect(webhooks.map(({ outcome }) => outcome)).toEqual(['applied']);
    },
  );

  test.each<[string, () => { id: string; object: string } | null, string]>([
    ['nothing', () => null, 'type_not_known'],
    ['what has no payment', () => ({ id: 'mtr_1', object: 'billing.meter' }), 'type_not_known'],
    ['a refund that is not there', () => ({ id: 're_gone', object: 'refund' }), 'type_not_known'],
    ["another's payment", () => ({ id: 'pi_theirs', object: 'payment_intent' }), 'payment_not_known'],
  ])('about %s is acknowledged and kept', async (_what, related, outcome) => {
    const event = aThinEvent('v1.billing.meter.changed', related());
    expect(await donations.send(event)).toBe(200);
    const kept = 'webhooks where webhook_id = $1 and outcome = $2';
    expect(await donations.it.platform.count('payments', kept, event.id, outcome)).toBe(1);
  });

  test('is to be sent again where Stripe is away', async () => {
    const { intent } = await donations.aDonation();
    const event = aThinEvent('v1.payment_intent.changed', { id: intent, object: 'payment_intent' });
    donations.server.trouble('busy', 1, 'GET');
    expect(await donations.send(event)).toBe(503);
    expect(await donations.send(event)).toBe(200);
  });
});

test('an event may be larger than any request: Stripe sends 256 kB and more', async () => {
  const { pledge_id, payment_url } = await donations.aPledge();
  const intent = await donations.openForm(payment_url);
  donations.server.account.pay(intent);
  const event = donations.server.events.find(
    ({ type, data }) => type === 'payment_intent.succeeded' && (data.object as { id: string }).id === intent,
  )!;
  Object.assign(event.data.object, { description: 'x'.repeat(500_000) });
  await donations.deliverAll();
  expect((await donations.pledgeOf(pledge_id)).status).toBe('CAPTURED');
});
