import { world } from '#lib/world';
import { permutations } from '#machines/fixture.test';
import type { Reported } from '#test/client';
import { aDraft, startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const types = ['payment.authorized', 'payment.captured', 'settlement.confirmed', 'payment.refunded'] as const;
type Webhook = Omit<Reported, 'payment_id'>;
const webhooks: Webhook[] = types.map((type) =>
  type === 'payment.refunded' ? { type, amount: 300, refund_id: 'r1' } : { type },
);
const failed: Webhook = { type: 'payment.failed' };

/** What to send, one group after another; those of a group at once. */
type Schedule = Webhook[][];

/** For an order: sometimes a failure somewhere in it, some of it twice, and some of it at once. */
const schedulesOf = (order: Webhook[]): fc.Arbitrary<Schedule> =>
  fc
    .record({
      failure: fc.option(fc.nat(order.length), { freq: 2 }),
      repeated: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      joined: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    })
    .map(({ failure, repeated, joined }) => {
      const sent = failure === null ? order : order.toSpliced(failure, 0, failed);
      return sent
        .flatMap((webhook, i) => (repeated[i] ? [webhook, webhook] : [webhook]))
        .reduce<Schedule>((groups, webhook, i) => {
          const last = groups.at(-1);
          return last && joined[i] ? [...groups.slice(0, -1), [...last, webhook]] : [...groups, [webhook]];
        }, []);
    });

// A settlement implies the capture, and would hide that one was lost: the 6 orders without it are tried as well.
const unsettled = webhooks.filter(({ type }) => type !== 'settlement.confirmed');
const orders = [...permutations(webhooks), ...permutations(unsettled)];

// 30 orders × 4: one of each as it is, three with a seeded choice of repetitions and concurrency.
const schedules: Schedule[] = orders.flatMap((order, seed) => [
  order.map((webhook) => [webhook]),
  ...fc.sample(schedulesOf(order), { numRuns: 3, seed }),
]);

test('in every order, repeated and at once, webhooks end in one pledge, one payment and one total', async () => {
  expect(schedules).toHaveLength(120);
  const stories = [];
  // 8 at a time: enough that they share batches, few enough that 2 cores keep up.
  for (let i = 0; i < schedules.length; i += 8)
    stories.push(...(await Promise.all(schedules.slice(i, i + 8).map(play))));
  await it.platform.quiet();

  for (const { schedule, campaign_id, pledge_id, payment_id } of stories) {
    const { data: recorded } = await it.admin.call('payments.webhooks', { id: payment_id });
    const applied = recorded.filter(({ outcome }) => outcome === 'applied').map(({ type }) => type);
    const found = {
      ...{ schedule, pledge: await it.donor.call('pledges.get', { id: pledge_id }) },
      ...{ payments: await it.admin.call('payments.list', { pledge_id }), recorded: recorded.length },
      ...{ twice: applied.filter((type, i) => applied.indexOf(type) !== i) },
      ...{ totals: await it.anyone.call('totals.get', { campaign_id }) },
    };
    const money = { captured_amount: 1000, refunded_amount: 300, charged_back_amount: 0 };
    expect(found).toMatchObject({
      pledge: { status: 'PARTIALLY_REFUNDED', ...money },
      payments: { data: [{ status: 'PARTIALLY_REFUNDED', ...money }] },
      ...{ recorded: new Set(schedule.flat()).size, twice: [] },
      totals: { total: 700, refunded: 300, donors: 1, pledges: 1 },
    });
  }
});

/** A pledge of its own, to a campaign of its own, with these webhooks; a repetition has the id of the first. */
async function play(schedule: Schedule) {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id: campaign_id });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, {
    idempotency_key: world.newId(),
  });
  await it.platform.quiet();
  const payment_id = await it.provider.open(payment_url);
  const ids = new Map([...webhooks, failed].map((webhook) => [webhook, world.newId()]));
  for (const group of schedule) {
    const answers = await Promise.all(
      group.map((webhook) => it.provider.report({ payment_id, ...webhook }, ids.get(webhook))),
    );
    expect(answers.map(({ status }) => status)).toEqual(group.map(() => 200));
  }
  return { schedule, campaign_id, pledge_id, payment_id };
}
