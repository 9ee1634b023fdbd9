import { world } from '#lib/world';
import { aDraft, ledgerOf, startFundraising, type Fundraising } from '#test/fundraising';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let it: Fundraising;
beforeAll(async () => {
  it = await startFundraising();
});
afterAll(() => it?.platform.stop());

const keyed = () => ({ idempotency_key: world.newId() });

async function aPledge(verb?: 'authorize' | 'capture') {
  const { id: campaign_id } = await it.owner.call('campaigns.create', aDraft());
  await it.owner.call('campaigns.publish', { id: campaign_id });
  const wish = { campaign_id, amount: 1000, currency: 'EUR' };
  const { pledge_id, payment_url } = await it.donor.call('pledges.create', wish, keyed());
  const payment_id = await it.provider.open(payment_url);
  if (verb) await it.anyone.post(`/sandbox/payments/${payment_id}/${verb}`, {});
  await it.platform.quiet();
  return { campaign_id, pledge_id, payment_id };
}

async function endOf({ campaign_id, pledge_id }: { campaign_id: string; pledge_id: string }) {
  await it.platform.quiet();
  const pledge = await it.donor.call('pledges.get', { id: pledge_id });
  const { total } = await it.anyone.call('totals.get', { campaign_id });
  const books = (await ledgerOf(it)).get(`campaign:${campaign_id}`) ?? { balance: 0, reserved: 0 };
  return { pledge, total, books };
}

/** Holds a row until the first request is stuck behind it, decided; sends the others after it, then releases the row. */
async function behind(service: 'pledges' | 'payments', id: string, ...acts: (() => Promise<unknown>)[]) {
  const release = await it.platform.hold(service, service, id);
  const [first, ...rest] = acts;
  const under_way = [first!()];
  await it.platform.blocked(service, 1);
  under_way.push(...rest.map((act) => act()));
  await release();
  return Promise.all(under_way);
}

test('of 64 refunds of 100 that race for 1,000, ten are accepted and the donor gets it once', async () => {
  const it_ = await aPledge('capture');
  const ask = () => it.owner.post(`/api/pledges/${it_.pledge_id}/refunds`, { amount: 100 }, keyed());
  const answers = (await behind('pledges', it_.pledge_id, ...Array.from({ length: 64 }, () => ask))) as {
    status: number;
  }[];
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array<number>(10).fill(202), ...Array<number>(54).fill(409)]);
  const { pledge, total, books } = await endOf(it_);
  expect(pledge).toMatchObject({ status: 'REFUNDED', refunded_amount: 1000 });
  expect([total, books]).toEqual([0, { balance: 0, reserved: 0 }]);
  const bank = await it.anyone.call('sandbox.get', { id: it_.payment_id });
  expect(bank.refunded_amount).toBe(1000);
});

test.each([0, 1])(
  'a refund and a chargeback of all of it, %d first: what is gone twice is a debt of the campaign',
  async (first) => {
    const it_ = await aPledge('capture');
    const refund = () => it.owner.post(`/api/pledges/${it_.pledge_id}/refunds`, {}, keyed());
    const dispute = () =>
      it.provider.report({ payment_id: it_.payment_id, type: 'payment.disputed', dispute_id: 'd1' });
    await behind('pledges', it_.pledge_id, ...(first === 0 ? [refund, dispute] : [dispute, refund]));
    const { pledge, total, books } = await endOf(it_);
    expect(pledge).toMatchObject({
      status: 'CHARGED_BACK',
      captured_amount: 1000,
      charged_back_amount: 1000,
    });
    // A refund requested before the dispute is known is paid, too; afterwards there is nothing left to refund.
    expect(pledge.refunded_amount).toBe(first === 0 ? 1000 : 0);
    expect([total + pledge.refunded_amount, books]).toEqual([0, { balance: total, reserved: 0 }]);
  },
);

test('when a cancel comes first, the capture behind it is recorded, and refunded', async () => {
  const it_ = await aPledge('authorize');
  const cancel = () => it.donor.post(`/api/pledges/${it_.pledge_id}/cancel`, {}, keyed());
  const capture = () => it.provider.report({ payment_id: it_.payment_id, type: 'payment.captured' });
  const [cancelled] = (await behind('pledges', it_.pledge_id, cancel, capture)) as { status: number }[];
  expect(cancelled!.status).toBe(200);
  const { pledge, total, books } = await endOf(it_);
  expect(pledge).toMatchObject({ status: 'CANCELLED', captured_amount: 1000 });
  expect([total, books.balance, pledge.refunds.length]).toEqual([0, 0, 1]);
});

test('when a capture comes first, the cancel behind it is refused, and the money stays', async () => {
  const it_ = await aPledge('authorize');
  const cancel = () => it.donor.post(`/api/pledges/${it_.pledge_id}/cancel`, {}, keyed());
  const capture = () => it.provider.report({ payment_id: it_.payment_id, type: 'payment.captured' });
  const [, refused] = (await behind('pledges', it_.pledge_id, capture, cancel)) as { body: object }[];
  expect(refused!.body).toMatchObject({ code: 'PLEDGE_ALREADY_CAPTURED' });
  const { pledge, total, books } = await endOf(it_);
  expect(pledge).toMatchObject({ status: 'CAPTURED', captured_amount: 1000, refunded_amount: 0 });
  expect([total, books.balance]).toEqual([1000, 1000]);
});

test('after all of this the books sum to 0', async () => {
  await it.platform.quiet();
  const sum = [...(await ledgerOf(it)).values()].reduce((total, { balance }) => total + balance, 0);
  expect(sum).toBe(0);
});
