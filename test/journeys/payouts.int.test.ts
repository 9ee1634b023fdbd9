// What a campaign has, and what leaves it.
import { world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { aCampaignOf, aCapturedOf } from '#test/money';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

describe('the balance of a campaign', () => {
  test('shows pending, available and fees apart, and a payout says what of it had not settled', async () => {
    const campaign = await aCampaignOf(it);
    const [settled] = [await aCapturedOf(it, campaign, 1000), await aCapturedOf(it, campaign, 500)];
    expect(await campaign.balance()).toMatchObject({ balance: 1500, pending: 1500, available: 0, fees: 0 });
    await settled.report('settle', { amount: 970 });
    expect(await campaign.balance()).toMatchObject({ balance: 1470, pending: 500, available: 970, fees: 30 });
    expect(await campaign.total()).toBe(1500);
    const { status, body } = await campaign.payOut(1470);
    expect([status, body['pending_amount']]).toEqual([201, 500]);
  });

  test('bears the fee of what goes back, which is a debt if nothing else is there', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aCapturedOf(it, campaign, 1000);
    await pledge.report('settle', { amount: 970 });
    await pledge.refund();
    await until(async () => (await pledge.read()).status === 'REFUNDED');
    await it.platform.quiet();
    expect(await campaign.balance()).toMatchObject({ balance: -30, debt: 30, fees: 30 });
  });
});

describe('a payout', () => {
  test('of a campaign that nobody knows is a 404', async () => {
    const body = { beneficiary: `campaign:${world.newId()}`, amount: 1, currency: 'EUR' };
    const refused = await it.admin.post('/api/payouts', body, { idempotency_key: world.newId() });
    expect([refused.status, refused.body['code']]).toEqual([404, 'BENEFICIARY_NOT_FOUND']);
  });

  test('that fails, or comes back, is the campaign’s again; each once', async () => {
    const campaign = await aCampaignOf(it);
    await aCapturedOf(it, campaign, 1000);
    const step = async (id: unknown, verb: string) =>
      (
        await it.admin.post(
          `/api/payouts/${String(id)}/${verb}`,
          verb === 'confirm' ? {} : { reason: 'closed account' },
        )
      ).status;
    const { body: first } = await campaign.payOut(600);
    expect(await step(first['id'], 'reverse')).toBe(409);
    expect(await step(first['id'], 'fail')).toBe(200);
    expect(await step(first['id'], 'fail')).toBe(409);
    expect(await campaign.balance()).toMatchObject({ balance: 1000, paid_out: 0 });
    const { body: second } = await campaign.payOut(1000);
    expect(await step(second['id'], 'confirm')).toBe(200);
    expect(await step(second['id'], 'fail')).toBe(409);
    expect(await step(second['id'], 'reverse')).toBe(200);
    expect(await campaign.balance()).toMatchObject({ balance: 1000, paid_out: 0 });
    expect((await it.owner.post(`/api/payouts/${String(second['id'])}/confirm`, {})).status).toBe(403);
  });
});
