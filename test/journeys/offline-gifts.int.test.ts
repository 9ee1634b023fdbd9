import type { Params } from '#contracts';
import { world } from '#lib/world';
import { aDraft, ledgerOf, startFundraising, type Fundraising } from '#test/fundraising';
import { violations } from '#test/invariants/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  const provider_fees = { EUR: { basis_points: 150, fixed: 25 } };
  it = await startFundraising({ settings: { provider_fees } });
});
afterAll(() => it?.platform.stop());

const keyed = (idempotency_key: string = world.newId()) => ({ idempotency_key });

async function aCampaign() {
  const { id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id });
  return id;
}

const aGift = (
  campaign_id: string,
  changes: Partial<Params<'pledges.record_offline_gift'>> = {},
): Params<'pledges.record_offline_gift'> => ({
  campaign_id,
  amount: 2500,
  currency: 'EUR',
  method: 'cheque',
  received_on: '2026-01-30',
  donor: { name: 'Olaf' },
  ...changes,
});
const post = (by: Pick<typeof it.owner, 'post'>, { campaign_id, ...gift }: ReturnType<typeof aGift>) =>
  by.post(`/api/campaigns/${campaign_id}/offline-gifts`, gift, keyed());
const totalsOf = (campaign_id: string) => it.anyone.call('totals.get', { campaign_id });

describe('an offline gift', () => {
  test('counts for its campaign, has no payment, and is in no ledger', async () => {
    const campaign_id = await aCampaign();
    const gift = await it.owner.call('pledges.record_offline_gift', aGift(campaign_id), keyed());
    expect(gift).toMatchObject({ status: 'COMPLETED', captured_amount: 2500, donor: { email: null } });
    await it.platform.quiet();
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 2500, donors: 1, pledges: 1 });
    expect(await it.anyone.call('campaigns.get', { id: campaign_id })).toMatchObject({ raised_amount: 2500 });
    expect((await it.admin.call('payments.list', { purpose_id: gift.id })).data).toEqual([]);
    expect((await ledgerOf(it)).has(`campaign:${campaign_id}`)).toBe(false);
    const { status, body } = await it.anyone.get(`/pay/${gift.id}`);
    expect([status, body['code']]).toEqual([404, 'PAYMENT_NOT_FOUND']);
    const { transitions } = await it.owner.call('pledges.get', { id: gift.id });
    expect(transitions).toMatchObject([{ to: 'COMPLETED', trigger: 'pledges.record_offline_gift' }]);
  });

  test('is one where the request is repeated', async () => {
    const campaign_id = await aCampaign();
    const again = keyed();
    const record = () => it.owner.call('pledges.record_offline_gift', aGift(campaign_id), again);
    expect(await record()).toEqual(await record());
    await it.platform.quiet();
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 2500, pledges: 1 });
  });

  test('of an address is of the guest who has it', async () => {
    const campaign_id = await aCampaign();
    const donor = { name: 'Olaf', email: `${world.newId()}@example.org` };
    await it.owner.call('pledges.record_offline_gift', aGift(campaign_id, { donor }), keyed());
    const wish = { campaign_id, amount: 1000, currency: 'EUR', donor };
    const { payment_url } = await it.anyone.call('pledges.create', wish, keyed());
    const payment_id = await it.provider.open(payment_url);
    await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
    await it.platform.quiet();
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 3500, donors: 1, pledges: 2 });
    expect((await ledgerOf(it)).get(`campaign:${campaign_id}`)).toMatchObject({ balance: 1000 });
    const { data } = await it.platform.call('pledges.read_sums', { limit: 1000 });
    const sums = data.find((each) => each.campaign_id === campaign_id);
    expect(sums).toMatchObject({ total: 3500, offline_total: 2500 });
  });

  test('is taken out again by who recorded it', async () => {
    const campaign_id = await aCampaign();
    const { id } = await it.owner.call('pledges.record_offline_gift', aGift(campaign_id), keyed());
    const voided = await it.owner.call('pledges.void', { id, reason: 'The cheque bounced' });
    expect(voided).toMatchObject({ status: 'REFUNDED', offline: { void_reason: 'The cheque bounced' } });
    await it.platform.quiet();
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, refunded: 2500 });
    expect(await it.anyone.call('campaigns.get', { id: campaign_id })).toMatchObject({ raised_amount: 0 });
    const again = await it.owner.post(`/api/pledges/${id}/void`, { reason: 'Again' });
    expect([again.status, again.body['code']]).toEqual([409, 'NOTHING_TO_REFUND']);
  });

  test('is not refunded: the answer says what to do instead', async () => {
    const campaign_id = await aCampaign();
    const { id } = await it.owner.call('pledges.record_offline_gift', aGift(campaign_id), keyed());
    const { status, body } = await it.owner.post(`/api/pledges/${id}/refunds`, {}, keyed());
    expect([status, body['code']]).toEqual([409, 'OFFLINE_GIFT']);
    expect(body['detail']).toContain('/api/pledges/:id/void');
  });

  test('of a campaign that is called off is marked, for its owner to return', async () => {
    const campaign_id = await aCampaign();
    const { id } = await it.owner.call('pledges.record_offline_gift', aGift(campaign_id), keyed());
    await it.owner.call('campaigns.cancel', { id: campaign_id });
    await until(async () => (await it.owner.call('pledges.get', { id })).offline?.return_due);
    expect(await it.owner.call('pledges.get', { id })).toMatchObject({ status: 'COMPLETED', refunds: [] });
    const returned = await it.owner.call('pledges.void', { id, reason: 'Returned in person' });
    expect(returned).toMatchObject({ status: 'REFUNDED', offline: { return_due: false } });
  });

  test.each([
    ['a day that does not exist', { received_on: '2026-02-30' }, '/received_on'],
    ['a day to come', { received_on: '2999-01-01' }, '/received_on'],
    ['no name', { donor: { name: '' } }, '/donor/name'],
    ['an amount of 0', { amount: 0 }, '/amount'],
    ['another method', { method: 'gold' as never }, '/method'],
  ])('is refused with %s, and the field is named', async (_what, changes, pointer) => {
    const { status, body } = await post(it.owner, aGift(it.campaign_id, changes));
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    ]);
  });

  test('is recorded by nobody but the owner and admins', async () => {
    const campaign_id = await aCampaign();
    const codes = await Promise.all(
      [it.donor, it.anyone].map(async (by) => (await post(by, aGift(campaign_id))).body['code']),
    );
    expect(codes).toEqual(['PERMISSION_DENIED', 'SIGN_IN_REQUIRED']);
    expect((await post(it.admin, aGift(campaign_id))).status).toBe(201);
  });
});

describe('a donor who covers the fee', () => {
  const covering = (campaign_id: string) => ({
    campaign_id,
    amount: 1000,
    currency: 'EUR',
    cover_fees: true,
  });

  test('pays as much on top as was shown before', async () => {
    const fees = await it.anyone.call('pledges.preview_fees', { campaign_id: it.campaign_id, amount: 1000 });
    expect(fees).toEqual({ amount: 1000, fee: 41, total: 1041, currency: 'EUR' });
    const made = await it.donor.call('pledges.create', covering(it.campaign_id), keyed());
    expect(made).toMatchObject({ amount: 1041, fee_cover: 41 });
    await it.platform.quiet();
    const { data } = await it.admin.call('payments.list', { purpose_id: made.pledge_id });
    expect(data).toMatchObject([{ amount: 1041 }]);
  });

  test('has pledged what they pay: the campaign is credited all of it', async () => {
    const campaign_id = await aCampaign();
    const { pledge_id, payment_url } = await it.donor.call('pledges.create', covering(campaign_id), keyed());
    const payment_id = await it.provider.open(payment_url);
    await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
    await it.platform.quiet();
    expect(await it.donor.call('pledges.get', { id: pledge_id })).toMatchObject({
      status: 'CAPTURED',
      amount: 1041,
      fee_cover: 41,
      captured_amount: 1041,
    });
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 1041 });
  });

  test('gets the same answer to the same request', async () => {
    const again = keyed();
    const ask = () => it.donor.call('pledges.create', covering(it.campaign_id), again);
    expect(await ask()).toEqual(await ask());
  });

  test('can not pay more than any pledge may be, and adds nothing unless they say so', async () => {
    const huge = { ...covering(it.campaign_id), amount: 100_000_000_000 };
    const { status, body } = await it.donor.post('/api/pledges', huge, keyed());
    expect([status, body['errors']]).toEqual([400, [expect.objectContaining({ pointer: '/amount' })]]);
    const { cover_fees: _, ...plain } = covering(it.campaign_id);
    const made = await it.donor.call('pledges.create', plain, keyed());
    expect(made).toMatchObject({ amount: 1000, fee_cover: 0 });
  });

  test('learns nothing of a draft, nor for nothing', async () => {
    const { id } = await it.owner.call('campaigns.create', aDraft());
    const codes = await Promise.all(
      [`${id}/fees?amount=1000`, `${it.campaign_id}/fees?amount=0`, `${it.campaign_id}/fees`].map(
        async (path) => (await it.anyone.get(`/api/campaigns/${path}`)).body['code'],
      ),
    );
    expect(codes).toEqual(['CAMPAIGN_NOT_FOUND', 'VALIDATION_FAILED', 'VALIDATION_FAILED']);
  });
});

test('all invariants hold, whatever happened here', async () => {
  await it.platform.quiet();
  expect(await violations(it.platform.settings.databases)).toEqual([]);
  const { data } = await it.platform.call('pledges.read_facts', { limit: 5000 });
  expect(data.length).toBeGreaterThan(0);
});
