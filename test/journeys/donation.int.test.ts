import { world } from '#lib/world';
import { provider } from '#test/client';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const totalsOf = (campaign_id: string) => it.anyone.call('totals.get', { campaign_id });
const pledgeOf = (id: string) => it.donor.call('pledges.get', { id });

async function aCampaign() {
  const { id } = await it.owner.call('campaigns.create', {
    title: 'A roof',
    description: '',
    goal_amount: 100_000,
    currency: 'EUR',
  });
  await it.owner.call('campaigns.publish', { id });
  return id;
}

test('the payment link works as soon as the pledge is answered, and new totals are there at once', async () => {
  const campaign_id = await aCampaign();
  expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, currency: 'EUR' });
  for (let i = 0; i < 10; i++) {
    const wish = { campaign_id, amount: 1000, currency: 'EUR' };
    const { payment_url } = await it.donor.call('pledges.create', wish, { idempotency_key: world.newId() });
    expect(await it.provider.open(payment_url)).toMatch(/^[0-9a-f-]{36}$/);
  }
});

describe('docs/sources.md, "Fundraising: complete donation flow", step by step', () => {
  let campaign_id: string;
  let pledge: Awaited<ReturnType<typeof create>>;
  let payment_id: string;
  const key = world.newId();
  const [authorized, captured] = [world.newId(), world.newId()];
  const create = () =>
    it.donor.call('pledges.create', { campaign_id, amount: 1000, currency: 'EUR' }, { idempotency_key: key });

  test('1 to 7: a donor pledges, and gets a payment link', async () => {
    campaign_id = await aCampaign();
    pledge = await create();
    expect(pledge).toMatchObject({
      status: 'PENDING',
      payment_url: `${it.platform.url}/pay/${pledge.pledge_id}`,
    });
    expect(await create()).toEqual(pledge); // docs/sources.md, "Fundraising: idempotency pattern"
    await it.platform.quiet();
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, donors: 0, pledges: 1 });
  });

  test('8: the link leads to the provider, every time to the same payment', async () => {
    payment_id = await it.provider.open(pledge.payment_url);
    expect(await it.provider.open(pledge.payment_url)).toBe(payment_id);
    expect(await it.anyone.call('sandbox.get', { id: payment_id })).toMatchObject({
      id: payment_id,
      amount: 1000,
      currency: 'EUR',
    });
  });

  test('9 to 16: the authorization is applied, once', async () => {
    const report = () => it.provider.report({ type: 'payment.authorized', payment_id }, authorized);
    for (const { status, body } of [await report(), await report()])
      expect([status, body]).toEqual([200, { received: true }]);
    await it.platform.quiet();
    expect((await pledgeOf(pledge.pledge_id)).status).toBe('AUTHORIZED');
    expect((await totalsOf(campaign_id)).total).toBe(0);
  });

  test('17 to 20: the capture is applied, once', async () => {
    const report = () => it.provider.report({ type: 'payment.captured', payment_id }, captured);
    const answers = await Promise.all([report(), report(), report()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await it.platform.quiet();
    const { status, captured_amount, transitions } = await pledgeOf(pledge.pledge_id);
    expect({ status, captured_amount }).toEqual({ status: 'CAPTURED', captured_amount: 1000 });
    expect(transitions.map(({ from, to, trigger }) => [from, to, trigger])).toEqual([
      [null, 'PENDING', 'pledges.create'],
      ['PENDING', 'AUTHORIZED', 'payment.authorized'],
      ['AUTHORIZED', 'CAPTURED', 'payment.captured'],
    ]);
  });

  test('21 to 28: the campaign shows the money and its one donor', async () => {
    expect(await totalsOf(campaign_id)).toMatchObject({
      campaign_id,
      currency: 'EUR',
      total: 1000,
      donors: 1,
      pledges: 1,
      refunded: 0,
      source: 'projection',
      stale: false,
    });
  });

  test('a late duplicate and a late failure change nothing', async () => {
    await it.provider.report({ type: 'payment.authorized', payment_id }, authorized);
    await it.provider.report({ type: 'payment.authorized', payment_id });
    await it.provider.report({ type: 'payment.failed', payment_id });
    await it.platform.quiet();
    expect((await pledgeOf(pledge.pledge_id)).status).toBe('CAPTURED');
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 1000, donors: 1 });
  });

  test('an admin sees every webhook, and what became of each', async () => {
    const { data: payments } = await it.admin.call('payments.list', { purpose_id: pledge.pledge_id });
    expect(payments).toMatchObject([{ id: payment_id, status: 'CAPTURED', captured_amount: 1000 }]);
    const { data } = await it.admin.call('payments.list_payment_webhooks', { id: payment_id });
    expect(data.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['payment.authorized', 'applied'],
      ['payment.captured', 'applied'],
      ['payment.authorized', 'already_known'],
      ['payment.failed', 'applied'],
    ]);
  });
});

test('the same with the scripts of the sandbox, whose webhooks are real ones, to the refund', async () => {
  const campaign_id = await aCampaign();
  const wish = { campaign_id, amount: 5000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, {
    idempotency_key: world.newId(),
  });
  await it.platform.quiet();
  const id = await it.provider.open(payment_url);
  const becomes = (status: string) => until(async () => (await pledgeOf(pledge_id)).status === status);

  await it.anyone.call('sandbox.authorize', { id });
  await becomes('AUTHORIZED');
  await it.anyone.call('sandbox.capture', { id });
  await becomes('CAPTURED');
  await it.anyone.call('sandbox.settle', { id });
  await becomes('COMPLETED');
  await it.anyone.call('sandbox.refund', { id, amount: 2000 });
  await becomes('PARTIALLY_REFUNDED');
  await it.anyone.call('sandbox.dispute', { id, amount: 1000 });
  await becomes('CHARGED_BACK');
  await it.platform.quiet();
  expect(await totalsOf(campaign_id)).toMatchObject({ total: 2000, refunded: 2000, donors: 1, pledges: 1 });
});

test('two pledges of one donor count as one donor, and those of two donors as two', async () => {
  const campaign_id = await aCampaign();
  for (const donor of [it.donor, it.donor, await it.anyone.register('Emil')]) {
    const { payment_url } = await donor.call(
      'pledges.create',
      { campaign_id, amount: 1000, currency: 'EUR' },
      { idempotency_key: world.newId() },
    );
    await it.platform.quiet();
    await it.provider.report({ type: 'payment.captured', payment_id: await it.provider.open(payment_url) });
  }
  await it.platform.quiet();
  expect(await totalsOf(campaign_id)).toMatchObject({ total: 3000, donors: 2, pledges: 3 });
});

test('money for a pledge that its donor cancelled is recorded, and counts for nobody', async () => {
  const campaign_id = await aCampaign();
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, {
    idempotency_key: world.newId(),
  });
  await it.platform.quiet();
  const payment_id = await it.provider.open(payment_url);
  await it.donor.call('pledges.cancel', { id: pledge_id });
  await it.provider.report({ type: 'payment.captured', payment_id });
  await it.platform.quiet();
  expect(await pledgeOf(pledge_id)).toMatchObject({ status: 'CANCELLED', captured_amount: 1000 });
  expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, donors: 0, pledges: 1 });
});

test('nobody but the provider can report money', async () => {
  const forger = provider(
    it.platform.url,
    Buffer.from('not the secret of the provider..').toString('base64'),
  );
  const { status, body } = await forger.report({ type: 'payment.captured', payment_id: world.newId() });
  expect([status, body['code']]).toEqual([401, 'WEBHOOK_SIGNATURE_INVALID']);
});
