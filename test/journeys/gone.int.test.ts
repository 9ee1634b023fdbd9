// Money that is gone stays gone: inputs on which it was paid out twice, or counted where it could not.
import { world } from '#lib/world';
import { ledgerOf, startFundraising, type Fundraising } from '#test/fundraising';
import { violations } from '#test/invariants/fundraising';
import { aCampaignOf, aCapturedOf, aPledgeOf, type HandledCampaign } from '#test/money';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const quiet = () => it.platform.quiet();

const makeDue = (name: string, key: string) =>
  it.platform
    .db('pledges')
    .query('update timers set due_at = now() where name = $1 and key = $2', [name, key]);

describe('what a campaign was paid out and lost afterwards is its debt', () => {
  test('which the next gift pays first: it is not paid out again', async () => {
    const campaign = await aCampaignOf(it);
    const first = await aCapturedOf(it, campaign);
    expect((await campaign.payOut(10_000)).status).toBe(201);
    await first.report('dispute');
    expect(await campaign.balance()).toMatchObject({
      balance: -10_000,
      debt: 10_000,
      available: 0,
      paid_out: 10_000,
    });
    await aCapturedOf(it, campaign);
    expect(await campaign.total()).toBe(10_000);
    expect((await campaign.payOut(10_000)).body).toMatchObject({ code: 'INSUFFICIENT_FUNDS', available: 0 });
    expect((await campaign.payOut(1)).status).toBe(409);
    await first.report('win');
    expect((await campaign.payOut(10_000)).status).toBe(201);
    expect((await campaign.payOut(1)).status).toBe(409);
  });

  test('which an admin may write off, and no more than that', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aCapturedOf(it, campaign);
    await campaign.payOut(10_000);
    await pledge.report('dispute');
    expect((await campaign.writeOff(10_001)).body).toMatchObject({ code: 'NOT_OWED', debt: 10_000 });
    expect((await campaign.writeOff(4000)).status).toBe(201);
    expect(await campaign.balance()).toMatchObject({ debt: 6000, written_off: 4000 });
    expect((await campaign.writeOff(6000)).status).toBe(201);
    expect((await campaign.writeOff(1)).body).toMatchObject({ code: 'NOT_OWED' });
    await aCapturedOf(it, campaign, 500);
    expect((await campaign.payOut(501)).status).toBe(409);
    expect((await campaign.payOut(500)).status).toBe(201);
    const { data } = await it.admin.call('payments.list_write_offs', { beneficiary: campaign.beneficiary });
    expect(data.map(({ amount }) => amount)).toEqual([6000, 4000]);
  });

  test('which its owner sees, and nobody else', async () => {
    const { beneficiary } = await aCampaignOf(it);
    for (const who of [it.donor, it.anyone])
      expect([401, 404]).toContain((await who.get(`/api/balances/${beneficiary}`)).status);
    const unknown = await it.admin.get(`/api/balances/campaign:${world.newId()}`);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'BENEFICIARY_NOT_FOUND']);
  });
});

test('a dispute that is lost, and reinstated in part, leaves what was refunded before refunded once', async () => {
  const campaign = await aCampaignOf(it);
  const pledge = await aCapturedOf(it, campaign);
  await pledge.refund({ amount: 3000 });
  await quiet();
  await pledge.report('dispute', { amount: 10_000 });
  await pledge.report('win', { amount: 3000 });
  expect(await campaign.total()).toBe(0);
  expect(await pledge.read()).toMatchObject({ status: 'CHARGED_BACK', charged_back_amount: 7000 });
  expect(await it.anyone.call('sandbox.get', { id: pledge.payment_id })).toMatchObject({
    disputed_amount: 7000,
  });
  expect((await campaign.payOut(1)).status).toBe(409);
});

test.each([[[5000, 10_000]], [[10_000, 5000]]])(
  'a dispute told with %j ends in the same total',
  async (amounts) => {
    const campaign = await aCampaignOf(it);
    const pledge = await aCapturedOf(it, campaign);
    for (const amount of amounts) await pledge.report('dispute', { amount, dispute_id: 'd1' });
    expect(await campaign.total()).toBe(0);
  },
);

describe('a decision while a refund is under way', () => {
  async function aConflict(campaign: HandledCampaign) {
    const pledge = await aPledgeOf(it, campaign, 1000);
    await it.anyone.post(`/sandbox/payments/${pledge.payment_id}/behave`, { refunds: 'wait' });
    await pledge.report('capture', { amount: 900 });
    return pledge;
  }

  test('can not accept what is on its way back, and can once that has failed', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aConflict(campaign);
    const { body } = await pledge.refund();
    expect((await pledge.resolve(true)).body['code']).toBe('REFUND_UNDER_WAY');
    await pledge.report('fail_refund', { refund_id: body['refund_id'], amount: 900 });
    expect((await pledge.resolve(true)).status).toBe(200);
    await quiet();
    expect(await campaign.total()).toBe(900);
  });

  test('can not accept money for a campaign that was called off', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aConflict(campaign);
    await campaign.call('cancel');
    await quiet();
    expect((await pledge.resolve(true)).body['code']).toBe('CAMPAIGN_CALLED_OFF');
    expect(await campaign.total()).toBe(0);
  });

  test('and money that counts after all meanwhile is not paid out: it is reserved', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aConflict(campaign);
    const { body } = await pledge.refund();
    await pledge.report('settle', { amount: 1000 });
    expect(await campaign.total()).toBe(1000);
    expect((await campaign.payOut(101)).body).toMatchObject({ code: 'INSUFFICIENT_FUNDS', available: 100 });
    await pledge.report('refund', { refund_id: body['refund_id'], amount: 900 });
    expect(await campaign.balance()).toMatchObject({ balance: 100, debt: 0 });
  });
});

describe('a pledge that was declined', () => {
  test('expires like any other, and its late money goes back once its campaign is closed', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aPledgeOf(it, campaign);
    await pledge.report('fail');
    expect((await pledge.read()).status).toBe('FAILED');
    await makeDue('pledges.expiry', pledge.id);
    await until(async () => (await pledge.read()).status === 'EXPIRED');
    await campaign.call('close');
    await quiet();
    expect((await it.anyone.get(`/pay/${pledge.id}`)).body['code']).toBe('PAYMENT_NOT_OPEN');
    expect(await it.anyone.call('sandbox.get', { id: pledge.payment_id })).toMatchObject({
      status: 'VOIDED',
    });
    await pledge.report('capture');
    await until(async () => (await pledge.read()).refunded_amount === 10_000);
    expect(await campaign.total()).toBe(0);
  });

  test('expires when its campaign closes, as does one that nobody has paid, and their checkouts close', async () => {
    const campaign = await aCampaignOf(it);
    const [open, declined, held] = [
      await aPledgeOf(it, campaign),
      await aPledgeOf(it, campaign),
      await aPledgeOf(it, campaign),
    ];
    await declined.report('fail');
    await held.report('authorize');
    await campaign.call('close');
    await until(async () => (await open.read()).status === 'EXPIRED');
    await until(async () => (await declined.read()).status === 'EXPIRED');
    await quiet();
    for (const { payment_id } of [open, declined])
      expect(await it.anyone.call('sandbox.get', { id: payment_id })).toMatchObject({ status: 'VOIDED' });
    // A hold is the donor's word, given in time.
    await held.report('capture');
    expect(await campaign.total()).toBe(10_000);
  });
});

describe('a campaign that is called off after a part was paid out', () => {
  test('gives everything back: what it has not got any more is its debt, and nothing is paid out of it', async () => {
    const campaign = await aCampaignOf(it);
    const pledges = [await aCapturedOf(it, campaign, 1000), await aCapturedOf(it, campaign, 500)];
    expect((await campaign.payOut(1200)).status).toBe(201);
    await campaign.call('cancel');
    for (const pledge of pledges) await until(async () => (await pledge.read()).status === 'REFUNDED');
    await quiet();
    expect(await campaign.total()).toBe(0);
    expect(await campaign.balance()).toMatchObject({ balance: -1200, debt: 1200, paid_out: 1200 });
    expect((await campaign.payOut(1)).body['code']).toBe('PAYOUT_NOT_ALLOWED');
  });

  test('is paid out nothing, even of what a provider has not sent back yet', async () => {
    const campaign = await aCampaignOf(it);
    const pledge = await aPledgeOf(it, campaign, 1000);
    await it.anyone.post(`/sandbox/payments/${pledge.payment_id}/behave`, { refunds: 'fail' });
    await pledge.report('capture');
    await campaign.call('cancel');
    await until(async () => (await pledge.read()).refunds.some(({ status }) => status === 'FAILED'));
    await quiet();
    expect((await campaign.payOut(1)).body['code']).toBe('PAYOUT_NOT_ALLOWED');
    await it.anyone.post(`/sandbox/payments/${pledge.payment_id}/behave`, { refunds: 'succeed' });
    await pledge.refund();
    await until(async () => (await pledge.read()).status === 'REFUNDED');
  });
});

test('after all of this the books agree', async () => {
  await quiet();
  const sum = [...(await ledgerOf(it)).values()].reduce((total, { balance }) => total + balance, 0);
  expect(sum).toBe(0);
  expect(await violations(it.platform.settings.databases)).toEqual([]);
  const { data } = await it.admin.call('ops.verify', {});
  expect(data.flatMap(({ violations: found }) => found)).toEqual([]);
});
