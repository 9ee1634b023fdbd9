import type { Params } from '#contracts';
import { world } from '#lib/world';
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

/** A pledge of 1,000 to a new campaign, and its payment. */
async function aPledge(changes: Partial<Params<'campaigns.create'>> = {}) {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft(changes));
  await it.owner.call('campaigns.publish', { id: campaign_id });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  /** Makes the sandbox do something, and report it. */
  const provider = (verb: string, data: object = {}) =>
    it.anyone.post(`/sandbox/payments/${payment_id}/${verb}`, data);
  return { campaign_id, pledge_id, payment_id, provider: provider };
}

async function aCaptured() {
  const pledge = await aPledge();
  await pledge.provider('capture');
  await it.platform.quiet();
  return pledge;
}

const pledgeOf = (id: string) => it.donor.call('pledges.get', { id });
const totalsOf = (campaign_id: string) => it.anyone.call('totals.get', { campaign_id });
const askRefund = (id: string, amount?: number) =>
  it.owner.post(`/api/pledges/${id}/refunds`, amount === undefined ? {} : { amount }, keyed());

/** Makes a timer of a service due now. */
const makeDue = (service: string, name: string, key: string) =>
  it.platform.db(service).query('update timers set due_at = now() where name = $1 and key = $2', [name, key]);

describe('refunds', () => {
  test('are accepted, requested from the provider, and counted once it reports them', async () => {
    const { campaign_id, pledge_id } = await aCaptured();
    const { status, body } = await askRefund(pledge_id, 300);
    expect([status, body]).toEqual([202, { refund_id: expect.any(String), amount: 300, status: 'PENDING' }]);
    await it.platform.quiet();
    expect(await pledgeOf(pledge_id)).toMatchObject({
      status: 'PARTIALLY_REFUNDED',
      refunded_amount: 300,
      refunds: [{ refund_id: body['refund_id'], amount: 300, status: 'SUCCEEDED' }],
    });
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 700, refunded: 300 });
    expect((await ledgerOf(it)).get(`campaign:${campaign_id}`)).toMatchObject({ balance: 700, reserved: 0 });
  });

  test('may be repeated until all is refunded, and no further', async () => {
    const { pledge_id } = await aCaptured();
    expect((await askRefund(pledge_id, 600)).status).toBe(202);
    await it.platform.quiet();
    const { status, body } = await askRefund(pledge_id, 401);
    expect([status, body['code']]).toEqual([409, 'REFUND_EXCEEDS_CAPTURED']);
    expect((await askRefund(pledge_id)).body).toMatchObject({ amount: 400 });
    await it.platform.quiet();
    expect((await pledgeOf(pledge_id)).status).toBe('REFUNDED');
    expect((await askRefund(pledge_id)).body['code']).toBe('NOTHING_TO_REFUND');
  });

  test('requested again with the same key are the same refund', async () => {
    const { pledge_id } = await aCaptured();
    const again = keyed();
    const ask = () => it.owner.post(`/api/pledges/${pledge_id}/refunds`, { amount: 100 }, again);
    expect((await ask()).body).toEqual((await ask()).body);
    await it.platform.quiet();
    expect(await pledgeOf(pledge_id)).toMatchObject({ refunded_amount: 100 });
  });

  test('are for the owner and admins alone, and need captured money', async () => {
    const { pledge_id } = await aPledge();
    expect((await it.donor.post(`/api/pledges/${pledge_id}/refunds`, {}, keyed())).status).toBe(404);
    expect((await askRefund(pledge_id)).body['code']).toBe('NOTHING_TO_REFUND');
  });

  test('that the provider refuses leave the money where it was', async () => {
    const { campaign_id, pledge_id } = await aCaptured();
    // The sandbox has no money to refund: the webhook reported a capture that it does not know of.
    await it.platform.db('sandbox').query('update sandbox_payments set captured_amount = 0');
    expect((await askRefund(pledge_id)).status).toBe(202);
    await it.platform.quiet();
    const { refunds, status } = await pledgeOf(pledge_id);
    expect([status, refunds.map((refund) => refund.status)]).toEqual(['CAPTURED', ['FAILED']]);
    expect((await ledgerOf(it)).get(`campaign:${campaign_id}`)).toMatchObject({ balance: 1000, reserved: 0 });
  });
});

describe('money that comes too late', () => {
  test('for a cancelled pledge is refunded by itself', async () => {
    const { campaign_id, pledge_id, provider } = await aPledge();
    await it.donor.call('pledges.cancel', { id: pledge_id });
    await provider('capture');
    await it.platform.quiet();
    expect(await pledgeOf(pledge_id)).toMatchObject({
      status: 'CANCELLED',
      captured_amount: 1000,
      refunded_amount: 1000,
      refunds: [{ amount: 1000, status: 'SUCCEEDED' }],
    });
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, donors: 0 });
  });

  test('for an expired pledge reinstates it while its campaign is open', async () => {
    const { campaign_id, pledge_id, provider } = await aPledge();
    await makeDue('pledges', 'pledges.expiry', pledge_id);
    await until(async () => (await pledgeOf(pledge_id)).status === 'EXPIRED');
    await provider('capture');
    await until(async () => (await pledgeOf(pledge_id)).status === 'CAPTURED');
    await it.platform.quiet();
    expect((await totalsOf(campaign_id)).total).toBe(1000);
  });

  test('for an expired pledge of a closed campaign is refunded', async () => {
    const { campaign_id, pledge_id, provider } = await aPledge();
    await makeDue('pledges', 'pledges.expiry', pledge_id);
    await until(async () => (await pledgeOf(pledge_id)).status === 'EXPIRED');
    await it.owner.call('campaigns.close', { id: campaign_id });
    await it.platform.quiet();
    await provider('capture');
    await until(async () => (await pledgeOf(pledge_id)).refunded_amount === 1000);
    await it.platform.quiet();
    expect(await pledgeOf(pledge_id)).toMatchObject({ status: 'CANCELLED', captured_amount: 1000 });
    expect((await totalsOf(campaign_id)).total).toBe(0);
  });
});

test('a pledge that is not paid in 30 minutes expires, and its link stops working', async () => {
  const { pledge_id } = await aPledge();
  const { rows } = await it.platform.db('pledges').query<{ minutes: number }>(
    `select round(extract(epoch from d.due_at - p.created_at) / 60)::int minutes
     from timers d join pledges p on p.id::text = d.key where d.name = 'pledges.expiry' and d.key = $1`,
    [pledge_id],
  );
  expect(rows).toEqual([{ minutes: 30 }]);
  await makeDue('pledges', 'pledges.expiry', pledge_id);
  await until(async () => (await pledgeOf(pledge_id)).status === 'EXPIRED');
  await it.platform.quiet();
  const { status, body } = await it.anyone.get(`/pay/${pledge_id}`);
  expect([status, body['code']]).toEqual([409, 'PAYMENT_NOT_OPEN']);
});

test('once paid, a pledge has no timer left', async () => {
  const { pledge_id } = await aCaptured();
  expect(await it.platform.count('pledges', 'timers where key = $1', pledge_id)).toBe(0);
});

test('cancelling an AUTHORIZED pledge voids the hold at the provider', async () => {
  const { pledge_id, payment_id } = await aPledge();
  await it.anyone.post(`/sandbox/payments/${payment_id}/authorize`, {});
  await until(async () => (await pledgeOf(pledge_id)).status === 'AUTHORIZED');
  await it.donor.call('pledges.cancel', { id: pledge_id });
  await it.platform.quiet();
  const { data } = await it.admin.call('payments.list', { purpose_id: pledge_id });
  expect(data.map(({ status }) => status)).toEqual(['VOIDED']);
  expect(await it.anyone.call('sandbox.get', { id: payment_id })).toMatchObject({ status: 'VOIDED' });
});

describe('another amount than was pledged', () => {
  async function aConflict() {
    const pledge = await aPledge();
    await pledge.provider('capture', { amount: 900 });
    await it.platform.quiet();
    expect((await pledgeOf(pledge.pledge_id)).status).toBe('CONFLICTED');
    expect((await totalsOf(pledge.campaign_id)).total).toBe(0);
    return pledge;
  }

  test('counts once an admin accepts it', async () => {
    const { campaign_id, pledge_id } = await aConflict();
    const resolved = await it.admin.call('pledges.resolve', { id: pledge_id, accept: true });
    expect(resolved).toMatchObject({ status: 'CAPTURED', resolution: 'accepted' });
    await it.platform.quiet();
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 900, donors: 1 });
  });

  test('is refunded when an admin refuses it, and never counts', async () => {
    const { campaign_id, pledge_id } = await aConflict();
    await it.admin.call('pledges.resolve', { id: pledge_id, accept: false });
    await it.platform.quiet();
    expect(await pledgeOf(pledge_id)).toMatchObject({ status: 'REFUNDED', refunded_amount: 900 });
    expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, donors: 0 });
  });

  test('is for admins to resolve, once', async () => {
    const { pledge_id } = await aConflict();
    const path = `/api/pledges/${pledge_id}/resolve`;
    expect((await it.owner.post(path, { accept: true })).status).toBe(403);
    await it.admin.call('pledges.resolve', { id: pledge_id, accept: true });
    expect((await it.admin.post(path, { accept: false })).body['code']).toBe('TRANSITION_NOT_ALLOWED');
  });
});

test('a chargeback takes the money from the campaign, and a dispute that is won returns it', async () => {
  const { campaign_id, pledge_id, provider } = await aCaptured();
  await provider('dispute');
  await it.platform.quiet();
  expect((await pledgeOf(pledge_id)).status).toBe('CHARGED_BACK');
  expect((await totalsOf(campaign_id)).total).toBe(0);
  await provider('win');
  await it.platform.quiet();
  expect((await pledgeOf(pledge_id)).status).toBe('CHARGEBACK_REVERSED');
  expect((await totalsOf(campaign_id)).total).toBe(1000);
});

describe('payouts', () => {
  const accountOf = (campaign_id: string) => `campaign:${campaign_id}`;
  const payout = (campaign_id: string, amount: number, currency = 'EUR') =>
    it.admin.post('/api/payouts', { beneficiary: accountOf(campaign_id), amount, currency }, keyed());

  test('are posted up to the balance of the campaign, without what refunds have reserved', async () => {
    const { campaign_id } = await aCaptured();
    expect((await payout(campaign_id, 1001)).body).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    expect((await payout(campaign_id, 1000, 'USD')).body).toMatchObject({ code: 'CURRENCY_MISMATCH' });
    expect((await payout(campaign_id, 400)).status).toBe(201);
    expect((await payout(campaign_id, 601)).status).toBe(409);
    const { data } = await it.admin.call('payments.list_payouts', { beneficiary: accountOf(campaign_id) });
    expect(data.map(({ amount }) => amount)).toEqual([400]);
  });

  test.each(['bank:EUR', 'losses:EUR', `payment:${world.newId()}`])(
    'go to beneficiaries only, not to %s',
    async (beneficiary) => {
      const { status, body } = await it.admin.post(
        '/api/payouts',
        { beneficiary, amount: 1, currency: 'EUR' },
        keyed(),
      );
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
      expect(body['errors']).toMatchObject([{ pointer: '/beneficiary' }]);
    },
  );

  test('a refund of what was paid out is refused; a chargeback of it is a debt', async () => {
    const { campaign_id, pledge_id, provider } = await aCaptured();
    await payout(campaign_id, 700);
    await askRefund(pledge_id);
    await it.platform.quiet();
    expect((await pledgeOf(pledge_id)).refunds).toMatchObject([{ status: 'FAILED' }]);
    await provider('dispute');
    await it.platform.quiet();
    const books = await ledgerOf(it);
    const beneficiary = accountOf(campaign_id);
    expect(books.get(beneficiary)).toMatchObject({ balance: -700 });
    const { data } = await it.platform.call('payments.read_balances', { beneficiaries: [beneficiary] });
    expect(data).toEqual([{ beneficiary, balance: -700, paid_out: 700, fees: 0, written_off: 0 }]);
  });
});

test('a cancelled campaign cancels its open pledges and refunds captured ones', async () => {
  const { campaign_id, pledge_id } = await aPledge();
  const wish = { campaign_id, amount: 500, currency: 'EUR' };
  const paid = await it.donor.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(paid.payment_url);
  await it.anyone.post(`/sandbox/payments/${payment_id}/capture`, {});
  await until(async () => (await pledgeOf(paid.pledge_id)).status === 'CAPTURED');
  await it.owner.call('campaigns.cancel', { id: campaign_id });
  await until(async () => (await pledgeOf(paid.pledge_id)).status === 'REFUNDED');
  expect((await pledgeOf(pledge_id)).status).toBe('CANCELLED');
  await it.platform.quiet();
  expect(await totalsOf(campaign_id)).toMatchObject({ total: 0, refunded: 500 });
  expect((await it.donor.post('/api/pledges', wish, keyed())).body['code']).toBe('CAMPAIGN_NOT_OPEN');
});

test('after all of this the books agree', async () => {
  await it.platform.quiet();
  const sum = [...(await ledgerOf(it)).values()].reduce((total, { balance }) => total + balance, 0);
  expect(sum).toBe(0);
  expect(await violations(it.platform.settings.databases)).toEqual([]);
});
