import { world } from '#lib/world';
import type { Reported } from '#test/client';
import { aDraft, ledgerOf, startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

type Webhook = Omit<Reported, 'payment_id'>;
/** A report of the provider, or the expiry after 30 minutes. */
type Fact = Webhook | 'expire';

const settlement: Webhook = { type: 'settlement.confirmed' };
const facts: Fact[] = [
  { type: 'payment.authorized' },
  { type: 'payment.captured' },
  { type: 'payment.failed' },
  settlement,
  { type: 'payment.refunded', amount: 300, refund_id: 'r1' },
  { type: 'payment.disputed', amount: 400, dispute_id: 'd1' },
  'expire',
];
// A settlement implies the capture, and would hide that one was lost: orders without it are tried as well.
const unsettled = facts.filter((fact) => fact !== settlement);

/** What happens, one group after another; the facts of a group at once. */
type Schedule = Fact[][];

const aBit = fc.boolean();
const bits = (length: number) => fc.array(aBit, { minLength: length, maxLength: length });

/** All of them in some order; some of them twice, and some at once. */
const schedulesOf = (these: Fact[]): fc.Arbitrary<Schedule> =>
  fc
    .record({
      order: fc.shuffledSubarray(these, { minLength: these.length }),
      repeated: bits(these.length),
      joined: bits(2 * these.length),
    })
    .map(({ order, repeated, joined }) =>
      order
        .flatMap((fact, i) => (repeated[i] ? [fact, fact] : [fact]))
        .reduce<Schedule>((groups, fact, i) => {
          const last = groups.at(-1);
          return last && joined[i] ? [...groups.slice(0, -1), [...last, fact]] : [...groups, [fact]];
        }, []),
    );

// 60 of the 5,040 orders: test/rules plays them all, without a platform.
const schedules: Schedule[] = [
  ...fc.sample(schedulesOf(facts), { numRuns: 45, seed: 1 }),
  ...fc.sample(schedulesOf(unsettled), { numRuns: 15, seed: 2 }),
];

test('in every order, repeated and at once, seven facts end in one pledge, one payment, one total and one ledger', async () => {
  const stories = [];
  // 6 at a time: enough that they share batches, few enough for 2 cores.
  for (let i = 0; i < schedules.length; i += 6)
    stories.push(...(await Promise.all(schedules.slice(i, i + 6).map(play))));
  await it.platform.quiet();

  const ledger = await ledgerOf(it);
  const holds = (account: string) => ledger.get(account) ?? { balance: 0, reserved: 0 };
  const money = { captured_amount: 1000, refunded_amount: 300, charged_back_amount: 400 };
  for (const { schedule, campaign_id, pledge_id, payment_id } of stories) {
    const { data: recorded } = await it.admin.call('payments.list_payment_webhooks', { id: payment_id });
    const applied = recorded.filter(({ outcome }) => outcome === 'applied').map(({ type }) => type);
    const found = {
      schedule,
      pledge: await it.donor.call('pledges.get', { id: pledge_id }),
      payments: await it.admin.call('payments.list', { purpose_id: pledge_id }),
      recorded: recorded.length,
      twice: applied.filter((type, i) => applied.indexOf(type) !== i),
      totals: await it.anyone.call('totals.get', { campaign_id }),
      campaign: holds(`campaign:${campaign_id}`),
      payment: holds(`payment:${payment_id}`),
    };
    expect(found).toMatchObject({
      pledge: { status: 'CHARGED_BACK', ...money },
      payments: { data: [{ status: 'DISPUTED', ...money }] },
      recorded: webhooksIn(schedule).size,
      twice: [],
      totals: { total: 300, refunded: 300, donors: 1, pledges: 1 },
      campaign: { balance: 300, reserved: 0 },
      payment: { balance: 0, reserved: 0 },
    });
  }
  const arrived = 1000 * schedules.filter((schedule) => schedule.flat().includes(settlement)).length;
  expect([holds('bank:EUR'), holds('provider:sandbox:EUR'), ledger.has('losses:EUR')]).toEqual([
    { balance: -arrived, reserved: 0 },
    { balance: arrived - 300 * schedules.length, reserved: 0 },
    false,
  ]);
});

const webhooksIn = (schedule: Schedule) => new Set(schedule.flat().filter((fact) => fact !== 'expire'));

/** A new pledge to a new campaign, to which this happens; a repetition has the id of the first. */
async function play(schedule: Schedule) {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id: campaign_id });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, {
    idempotency_key: world.newId(),
  });
  const payment_id = await until(() => it.provider.open(payment_url).catch(() => null));
  const ids = new Map(facts.map((fact) => [fact, world.newId()]));
  for (const group of schedule) {
    const answers = await Promise.all(
      group.map((fact) =>
        fact === 'expire' ? expire(pledge_id) : it.provider.report({ payment_id, ...fact }, ids.get(fact)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(group.map(() => 200));
  }
  return { schedule, campaign_id, pledge_id, payment_id };
}

/** Ends the 30 minutes: resolves once that has had its effect, if any. */
async function expire(pledge_id: string) {
  const timer = `name = 'pledges.expiry' and key = $1`;
  await it.platform.db('pledges').query(`update timers set due_at = now() where ${timer}`, [pledge_id]);
  await until(async () => (await it.platform.count('pledges', `timers where ${timer}`, pledge_id)) === 0);
  return { status: 200 };
}
