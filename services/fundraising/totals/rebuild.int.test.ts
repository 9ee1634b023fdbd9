import type { Result, Totals } from '#contracts';
import { world } from '#lib/world';
import { aCampaign } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aPledge } from './fixture.test.ts';
import { sumUp } from './rebuild.store.ts';
import { applyMessages } from './total.store.ts';

let platform: TestPlatform;
let campaign_id: string;
beforeAll(async () => {
  const services = ['campaigns', 'notifications', 'payments', 'pledges', 'sandbox', 'totals'];
  platform = await startTestPlatform({ services, nodes: 2 });
});
afterAll(() => platform?.stop());
beforeEach(async () => {
  ({ campaign_id } = await aCampaign(platform));
});

const admin = { caller: aCaller('admin') };
const db = () => platform.db('totals');
const get = () => platform.call('totals.get', { campaign_id });

/** A pledge of 1,000, and its payment: published, but perhaps not yet delivered to totals. */
async function give(caller = aCaller()) {
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id } = await platform.call('pledges.create', wish, {
    caller,
    idempotency_key: world.newId(),
  });
  const purpose = { kind: 'pledge', id: pledge_id } as const;
  const fact = { payment_id: pledge_id, purpose, amount: 1000, currency: 'EUR' };
  const report = (name: 'payment.captured' | 'payment.refunded', amount: number) =>
    platform.deliver('pledges', [
      name === 'payment.captured'
        ? delivery(name, pledge_id, { ...fact, amount })
        : delivery(name, pledge_id, { ...fact, amount, refund_id: world.newId() }),
    ]);
  await report('payment.captured', 1000);
  return { pledge_id, refund: (amount: number) => report('payment.refunded', amount) };
}

async function rebuild() {
  const all = { pledges: 0, campaigns: 0, repaired: 0 };
  let cursor: string | null = null;
  do {
    const step: Result<'totals.rebuild'> = await platform.call(
      'totals.rebuild',
      cursor ? { cursor } : {},
      admin,
    );
    for (const name of ['pledges', 'campaigns', 'repaired'] as const) all[name] += step[name];
    cursor = step.next_cursor;
  } while (cursor);
  return all;
}

/** The figures without the fields about their reading. */
const figuresOf = ({ total, refunded, donors, pledges }: Totals) => ({ total, refunded, donors, pledges });

/** Makes everything older than any message under way. */
const age = () => db().query(`update pledge_figures set at = at - interval '2 minutes'`);

test('a rebuild leaves correct figures as they are', async () => {
  await give();
  await (await give()).refund(300);
  await platform.quiet();
  const before = await get();
  expect(figuresOf(before)).toEqual({ total: 1700, refunded: 300, donors: 2, pledges: 2 });
  const { pledges, campaigns, repaired } = await rebuild();
  expect([pledges >= 2, campaigns >= 1, repaired]).toEqual([true, true, 0]);
  expect(await get()).toEqual(before);
});

test.each([
  ['the figures of pledges', `update pledge_figures set captured_amount = 7 where campaign_id = $1`],
  [
    'the versions of pledges',
    `update pledge_figures set version = 99, captured_amount = 7
     where campaign_id = $1`,
  ],
  ['pledges that are missing', `delete from pledge_figures where campaign_id = $1`],
  [
    'pledges stored for another campaign',
    `update pledge_figures set campaign_id = gen_random_uuid()
     where campaign_id = $1`,
  ],
  ['the sums', `update campaign_totals set total = total + 1, donors = 0 where campaign_id = $1`],
  ['sums that are missing', `delete from campaign_totals where campaign_id = $1`],
  ['donors', `update campaign_donors set donor_id = gen_random_uuid(), pledges = 9 where campaign_id = $1`],
])('%s are corrected, and later messages are added to them', async (_, spoil) => {
  await give();
  const { refund } = await give();
  await platform.quiet();
  await age();
  await db().query(spoil, [campaign_id]);
  await rebuild();
  expect(figuresOf(await get())).toEqual({ total: 2000, refunded: 0, donors: 2, pledges: 2 });
  await refund(300);
  await give();
  await platform.quiet();
  expect(figuresOf(await get())).toEqual({ total: 2700, refunded: 300, donors: 3, pledges: 3 });
  expect((await rebuild()).repaired).toBe(0);
});

test('a pledge that the pledges service does not know is deleted, unless its message may be under way', async () => {
  await give();
  await platform.quiet();
  await platform.deliver('totals', [aPledge(campaign_id).message('pledge.captured', [5])]);
  await rebuild();
  expect(await get()).toMatchObject({ total: 1005, donors: 2 });
  await age();
  expect((await rebuild()).repaired).toBe(1);
  expect(await get()).toMatchObject({ total: 1000, donors: 1, pledges: 1 });
});

test('what is added while a campaign is summed up waits, and is counted once', async () => {
  await give();
  await platform.quiet();
  await db().query('update campaign_totals set total = 1 where campaign_id = $1', [campaign_id]);
  // A rival has counted its pledge and its campaign, and not committed yet.
  const rival = await db().connect();
  await rival.query('begin');
  await rival.query(applyMessages, [JSON.stringify([aPledge(campaign_id).message('pledge.captured', [5])])]);
  const summing = sumUp(db(), [campaign_id]);
  await platform.blocked('totals', 1);
  const delivered = platform.deliver('totals', [aPledge(campaign_id).message('pledge.captured', [7])], 1);
  await platform.blocked('totals', 2);
  await rival.query('commit');
  rival.release();
  await Promise.all([summing, delivered]);
  expect(await get()).toMatchObject({ total: 1012, pledges: 3, donors: 3 });
});

test('messages, corruption and rebuilds at the same time: the end is what the pledges service says', async () => {
  const spoils = [
    `delete from pledge_figures where pledge_id in (select pledge_id from pledge_figures limit 3)`,
    `update pledge_figures set refunded_amount = 1 where pledge_id in (select pledge_id from pledge_figures limit 3)`,
    `update campaign_totals set total = 5`,
    `delete from campaign_donors`,
  ];
  const step = fc.constantFrom('give', 'refund', 'rebuild', ...spoils);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      ({ campaign_id } = await aCampaign(platform));
      const given = [await give()];
      await Promise.all(
        steps.map(async (what) => {
          if (what === 'give') given.push(await give());
          else if (what === 'refund') await given.at(-1)!.refund(10);
          else if (what === 'rebuild') await rebuild();
          else await db().query(`begin; ${ALONE}; ${what}; commit`);
        }),
      );
      await rebuild();
      await platform.quiet();
      const { rows } = await platform.db('pledges').query<ReturnType<typeof figuresOf>>(
        `select sum(captured_amount - refunded_amount)::int total, sum(refunded_amount)::int refunded,
           count(distinct donor_id)::int donors, count(*)::int pledges from pledges where campaign_id = $1`,
        [campaign_id],
      );
      expect(figuresOf(await get())).toEqual(rows[0]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

// Corrupting statements lock rows in no order: they run alone, to avoid deadlocks.
const ALONE = 'lock table campaign_totals in share row exclusive mode';

const verify = async (params: { limit?: number } = {}) => {
  const found = { checked: 0, data: [] as unknown[], moving: [] as string[] };
  let cursor: string | null = null;
  do {
    const step: Result<'totals.verify'> = await platform.call(
      'totals.verify',
      { ...params, ...(cursor && { cursor }) },
      admin,
    );
    found.checked += step.checked;
    found.data.push(...step.data);
    found.moving.push(...step.moving);
    cursor = step.next_cursor;
  } while (cursor);
  return found;
};

test('drift is listed with the figures of every service, page by page, and is gone after a rebuild', async () => {
  const sums = { total: 1000, refunded: 0, pledges: 1, donors: 1 };
  await give();
  await platform.quiet();
  await age();
  await rebuild();
  for (let i = 0; i < 4; i++) await aCampaign(platform);
  await platform.quiet();
  expect((await verify({ limit: 2 })).data).toEqual([]);
  await db().query('update campaign_totals set total = 1 where campaign_id = $1', [campaign_id]);
  const { checked, data } = await verify({ limit: 2 });
  expect(checked).toBe(await platform.count('totals', 'campaign_totals'));
  expect(data).toEqual([
    {
      campaign_id,
      figures: sums,
      pledges: sums,
      totals: { ...sums, total: 1 },
      offline_total: 0,
      ledger: { balance: 1000, paid_out: 0, fees: 0, written_off: 0 },
    },
  ]);
  await rebuild();
  expect((await verify()).data).toEqual([]);
});

test('money on its way is no drift', async () => {
  await give();
  await platform.quiet();
  await rebuild();
  const hold = await db().connect();
  await hold.query('begin');
  await hold.query('select from campaign_totals where campaign_id = $1 for update', [campaign_id]);
  await give();
  await platform.blocked('totals', 1);
  const since = world.now();
  const verifying = verify();
  // It has looked once, and found the message missing.
  const looked = `pg_stat_activity where datname = current_database() and query_start > $1 and state = 'idle'
    and query like '%lateral%' and pid <> pg_backend_pid()`;
  await until(() => platform.count('totals', looked, since));
  await hold.query('commit');
  hold.release();
  expect((await verifying).data).toEqual([]);
});

test('a campaign that differs and keeps changing is not called drifting, but listed', async () => {
  await give();
  await platform.quiet();
  const deliverMore = () => platform.deliver('totals', [aPledge(campaign_id).message('pledge.created', [0])]);
  // Pledges that the pledges service doesn't know: as if their messages were faster than its answer.
  await deliverMore();
  let isVerified = false;
  const verifying = verify().finally(() => (isVerified = true));
  while (!isVerified) await deliverMore();
  const { data, moving } = await verifying;
  expect(data).toEqual([]);
  expect(moving).toEqual([campaign_id]);
});
