import { addMs, world } from '#lib/world';
import { aDraft, ledgerOf, startFundraising, type Fundraising } from '#test/fundraising';
import { violations } from '#test/invariants/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });
const tomorrow = () => addMs(world.now(), 24 * 3600_000);

/** An all-or-nothing campaign of 2,000. */
async function aCampaign() {
  const terms = { funding: 'all_or_nothing', goal_amount: 2000, ends_at: tomorrow() } as const;
  const { id } = await it.owner.call('campaigns.create', aDraft(terms));
  await it.owner.call('campaigns.publish', { id });
  return id;
}

/** A pledge of 1,000, and what its provider does. */
async function aPledge(campaign_id: string) {
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  const provider = (verb: string) => it.anyone.post(`/sandbox/payments/${payment_id}/${verb}`, {});
  return { pledge_id, provider };
}

async function aCaptured(campaign_id: string) {
  const pledge = await aPledge(campaign_id);
  await pledge.provider('capture');
  await it.platform.quiet();
  return pledge.pledge_id;
}

const campaignOf = (id: string) => it.anyone.call('campaigns.get', { id });
const statusOf = async (id: string) => (await it.donor.call('pledges.get', { id })).status;
const payoutsOf = async (id: string) => (await it.platform.call('campaigns.read_view', { id })).payouts;
const timer = (key: string, name = 'campaigns.decide') => ({
  fire: () =>
    it.platform
      .db('campaigns')
      .query('update timers set due_at = now() where name = $1 and key = $2', [name, key]),
  dueAt: async () => {
    const { rows } = await it.platform
      .db('campaigns')
      .query<{ due_at: string }>('select due_at from timers where name = $1 and key = $2', [name, key]);
    return rows[0]?.due_at ?? null;
  },
});

const decided = (id: string) => until(async () => (await campaignOf(id)).decided_at);

describe('an all-or-nothing campaign', () => {
  test('that reached its goal keeps its money, which may then leave', async () => {
    const id = await aCampaign();
    const pledges = [await aCaptured(id), await aCaptured(id)];
    await timer(id, 'campaigns.end').fire();
    await until(async () => (await campaignOf(id)).status === 'CLOSED');
    expect(await payoutsOf(id)).toBe('held');
    await timer(id).fire();
    await decided(id);
    expect(await campaignOf(id)).toMatchObject({ status: 'CLOSED', cancelled_because: null });
    expect(await payoutsOf(id)).toBe('open');
    await it.platform.quiet();
    expect(await Promise.all(pledges.map(statusOf))).toEqual(['CAPTURED', 'CAPTURED']);
    expect((await ledgerOf(it)).get(`campaign:${id}`)).toMatchObject({ balance: 2000, reserved: 0 });
  });

  test('that missed its goal gives everything back, and writes to its donors', async () => {
    const id = await aCampaign();
    const paid = await aCaptured(id);
    await it.owner.call('campaigns.close', { id });
    await timer(id).fire();
    await decided(id);
    expect(await campaignOf(id)).toMatchObject({ status: 'CANCELLED', cancelled_because: 'goal_missed' });
    await until(async () => (await statusOf(paid)) === 'REFUNDED');
    await it.platform.quiet();
    expect(await campaignOf(id)).toMatchObject({ raised_amount: 0 });
    expect((await ledgerOf(it)).get(`campaign:${id}`)).toMatchObject({ balance: 0, reserved: 0 });
    const written = `timers where name = 'notifications.email' and payload ->> 'topic' = 'released'`;
    await until(async () => (await it.platform.count('notifications', written)) === 0);
    const sent = await it.platform.count('notifications', `sent_emails where refusal is null`);
    expect(sent).toBeGreaterThan(0);
  });

  test('counts money first that is on its way when it ends', async () => {
    const id = await aCampaign();
    await aCaptured(id);
    const late = await aPledge(id);
    await late.provider('authorize');
    await it.platform.quiet();
    await it.owner.call('campaigns.close', { id });
    const first = await timer(id).dueAt();
    await timer(id).fire();
    // It looks again in an hour.
    await until(async () => (await timer(id).dueAt())! > first!);
    expect(await campaignOf(id)).toMatchObject({ status: 'CLOSED', decided_at: null });
    expect(await payoutsOf(id)).toBe('held');
    await late.provider('capture');
    await it.platform.quiet();
    await timer(id).fire();
    await decided(id);
    expect((await campaignOf(id)).status).toBe('CLOSED');
  });

  test('counts money that was paid before its end and is reported after it', async () => {
    const id = await aCampaign();
    await aCaptured(id);
    const late = await aPledge(id);
    await it.owner.call('campaigns.close', { id });
    await until(async () => (await statusOf(late.pledge_id)) === 'EXPIRED');
    await late.provider('capture');
    await until(async () => (await statusOf(late.pledge_id)) === 'CAPTURED');
    await timer(id).fire();
    await decided(id);
    expect((await campaignOf(id)).status).toBe('CLOSED');
  });

  test('is not saved by money that has been asked back', async () => {
    const id = await aCampaign();
    const [kept, returned] = [await aCaptured(id), await aCaptured(id)];
    await it.owner.call('pledges.refund', { id: returned, amount: 1 }, keyed());
    await it.owner.call('campaigns.close', { id });
    await timer(id).fire();
    await decided(id);
    expect((await campaignOf(id)).cancelled_because).toBe('goal_missed');
    await until(async () => (await statusOf(kept)) === 'REFUNDED');
    await until(async () => (await statusOf(returned)) === 'REFUNDED');
  });

  test('returns what comes after it was given up', async () => {
    const id = await aCampaign();
    const late = await aPledge(id);
    await it.owner.call('campaigns.close', { id });
    // 1,000 of 2,000 are awaited at most.
    await timer(id).fire();
    await decided(id);
    await until(async () => (await statusOf(late.pledge_id)) === 'CANCELLED');
    await late.provider('capture');
    await it.platform.quiet();
    const pledge = await it.donor.call('pledges.get', { id: late.pledge_id });
    expect(pledge).toMatchObject({ status: 'CANCELLED', captured_amount: 1000 });
    await until(
      async () => (await it.donor.call('pledges.get', { id: late.pledge_id })).refunded_amount === 1000,
    );
    expect(await campaignOf(id)).toMatchObject({ raised_amount: 0 });
  });

  test('tells who changes its terms what they may do instead', async () => {
    const id = await aCampaign();
    const { status, body } = await it.owner.send('PATCH', `/api/campaigns/${id}`, {
      body: { goal_amount: 1 },
    });
    expect([status, body]).toEqual([
      409,
      expect.objectContaining({
        code: 'TERMS_FIXED',
        detail: expect.stringContaining('cancel'),
        errors: [{ pointer: '/goal_amount', message: 'must stay 2000' }],
      }),
    ]);
  });
});

test('all invariants hold, whatever happened here', async () => {
  await it.platform.quiet();
  expect(await violations(it.platform.settings.databases)).toEqual([]);
});
