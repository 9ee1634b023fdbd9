import type { Payment } from '#contracts';
import { codeOf } from '#lib/errors';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { SECRET_KEY, startStripe, type StripeServer, type Trouble } from '#test/stripe/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { aPayment } from './payment.fixture.ts';
import { stripe } from './providers/stripe.ts';

let server: StripeServer;
beforeAll(async () => {
  server = await startStripe();
});
afterAll(() => server?.stop());
beforeEach(() => {
  server.account.refund_status = 'succeeded';
  server.requests.length = 0;
});

const settings = (changes = {}) => ({
  secret_key: SECRET_KEY,
  publishable_key: 'pk_test_local',
  api_url: server.url,
  webhook_secrets: ['whsec_local'],
  ...changes,
});
const provider = (changes = {}, timeout_ms?: number) =>
  stripe(settings(changes), 'https://give.example', timeout_ms);
// The adapter asks nothing of the service: Stripe is reached by the library alone.
const service = {} as Service;

/** A payment that has its PaymentIntent. */
async function opened(changes: Partial<Payment> = {}) {
  const payment = aPayment(changes);
  const { reference } = await provider().checkout(service, payment);
  return { ...payment, reference: reference! };
}

async function paid(changes: Partial<Payment> = {}) {
  const payment = await opened(changes);
  server.account.pay(payment.reference);
  return payment;
}

/** A payment of which this refund was asked for. */
const asking = (payment: Payment, refund_id: string, amount = 300): Payment => ({
  ...payment,
  refunds: [...payment.refunds, { refund_id, amount, status: 'PENDING' }],
});

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Error & { data?: object }) => ({ code: codeOf(error), ...error.data }),
  );
const namesOf = (reports: { name: string }[]) => reports.map(({ name }) => name);
const intentsOf = ({ id }: Payment) =>
  [...server.account.intents.values()].filter(({ metadata }) => metadata['payment_id'] === id);

describe('a checkout', () => {
  test('is a PaymentIntent that carries our ids, and a page of ours', async () => {
    const payment = aPayment();
    const { location, reference } = await provider().checkout(service, payment);
    expect(location).toBe(`https://give.example/pay/${payment.purpose.id}/stripe`);
    const intent = server.account.intents.get(reference!);
    expect(intent).toMatchObject({ amount: 1000, currency: 'eur', status: 'requires_payment_method' });
    const { id: payment_id, purpose } = payment;
    expect(intent!.metadata).toEqual({ payment_id, purpose_kind: 'pledge', purpose_id: purpose.id });
  });

  test('of the same payment is the same, asked again or twice at once', async () => {
    const payment = aPayment();
    const twice = await Promise.all([1, 2].map(() => provider().checkout(service, payment)));
    const [first, second] = [...twice];
    expect(second).toEqual(first);
    expect(await provider().checkout(service, { ...payment, reference: first!.reference })).toEqual(first);
    expect(intentsOf(payment)).toHaveLength(1);
  });

  test('that is known is not asked for: Stripe forgets our key after a day', async () => {
    const payment = await opened();
    server.requests.length = 0;
    await provider().checkout(service, payment);
    expect(server.requests).toEqual([]);
  });

  test.each([
    ['JPY', 500, 500],
    ['KWD', 5120, 5120],
    ['ISK', 500, 50_000],
  ])('in %s asks for %i as %i, and the capture is reported as %i again', async (currency, amount, sent) => {
    const payment = await paid({ currency, amount });
    expect(server.account.intents.get(payment.reference)).toMatchObject({ amount: sent });
    expect(await provider().query(service, payment)).toEqual([
      { name: 'payment.captured', payment_id: payment.id, amount, currency },
    ]);
  });

  test.each([
    ['an amount that Stripe cannot express', { currency: 'KWD', amount: 1001 }, 'amount_not_payable'],
    ['a currency that Stripe does not take', { currency: 'LYD', amount: 1000 }, 'invalid_request_error'],
  ])('is refused for %s', async (_what, changes, reason) => {
    const refusal = await refusalOf(provider().checkout(service, aPayment(changes)));
    expect(refusal).toMatchObject({ code: 'PROVIDER_REFUSED', reason });
  });

  test.each<Trouble>(['lost', 'down', 'in_use'])(
    'comes about once though a request is %s',
    async (trouble) => {
      const payment = aPayment();
      server.trouble(trouble);
      expect((await provider().checkout(service, payment)).reference).toMatch(/^pi_/);
      expect(intentsOf(payment)).toHaveLength(1);
    },
  );

  test.each<Trouble>(['fault', 'busy'])(
    'tells a donor to try again where Stripe is at %s',
    async (trouble) => {
      server.trouble(trouble);
      expect(await refusalOf(provider().checkout(service, aPayment()))).toEqual({ code: 'UNAVAILABLE' });
    },
  );
});

describe('a hold', () => {
  test('is captured', async () => {
    const payment = await opened();
    server.account.hold(payment.reference);
    expect(namesOf(await provider().query(service, payment))).toEqual(['payment.authorized']);
    expect(await provider().capture(service, payment)).toEqual([
      { name: 'payment.captured', payment_id: payment.id, amount: 1000, currency: 'EUR' },
    ]);
  });

  test('is given up, and so is a checkout that nobody has paid', async () => {
    const [held, left] = [await opened(), await opened()];
    server.account.hold(held.reference);
    for (const payment of [held, left])
      expect(namesOf(await provider().void(service, payment))).toEqual(['payment.voided']);
  });

  test('that was captured or given up before is settled by what Stripe knows', async () => {
    const [taken, given] = [await paid(), await opened()];
    await provider().void(service, given);
    expect(namesOf(await provider().capture(service, taken))).toEqual(['payment.captured']);
    expect(namesOf(await provider().void(service, taken))).toEqual(['payment.captured']);
    expect(namesOf(await provider().void(service, given))).toEqual(['payment.voided']);
    expect(namesOf(await provider().capture(service, given))).toEqual(['payment.voided']);
  });

  test('is refused while a bank is at work, and not for ever', async () => {
    const payment = await opened();
    server.account.process(payment.reference);
    const reason = 'payment_intent_unexpected_state';
    expect(await refusalOf(provider().void(service, payment))).toEqual({ code: 'PROVIDER_REFUSED', reason });
    server.account.decline(payment.reference);
    expect(namesOf(await provider().void(service, payment))).toEqual(['payment.voided']);
  });

  test('of a payment without a checkout is none: there is nothing to give up', async () => {
    expect(namesOf(await provider().void(service, aPayment()))).toEqual(['payment.voided']);
    const refusal = await refusalOf(provider().capture(service, aPayment()));
    expect(refusal).toMatchObject({ code: 'PROVIDER_REFUSED', reason: 'no_checkout' });
  });
});

describe('a refund', () => {
  const refund = (payment: Payment, refund_id = world.newId(), amount = 300, by = provider()) =>
    by.refund(service, asking(payment, refund_id, amount), { refund_id, amount });

  test('is made once for its id, and reported by it', async () => {
    const [payment, refund_id] = [await paid(), world.newId()];
    const report = {
      name: 'payment.refunded',
      payment_id: payment.id,
      refund_id,
      amount: 300,
      currency: 'EUR',
    };
    expect(await refund(payment, refund_id)).toEqual([report]);
    expect(await refund(payment, refund_id)).toEqual([report]);
    expect(server.account.api.refundsOf(payment.reference)).toHaveLength(1);
    expect(await provider().query(service, asking(payment, refund_id))).toContainEqual(report);
  });

  test.each([300, 1000])(
    'of %d that takes days is made once, and reported when it is over',
    async (amount) => {
      const [payment, refund_id] = [await paid(), world.newId()];
      server.account.refund_status = 'pending';
      // A day later Stripe knows our key no more.
      for (let days = 0; days < 2; days++, server.forgetKeys())
        expect(await refund(payment, refund_id, amount)).toEqual([]);
      const made = server.account.api.refundsOf(payment.reference);
      expect(made).toHaveLength(1);
      server.account.endRefund(made[0]!.id, 'failed');
      expect(namesOf(await provider().query(service, payment))).toContain('payment.refund_failed');
    },
  );

  test.each([
    ['more than was captured', 1001, 'invalid_request_error'],
    ['nothing that Stripe can express', 0, 'parameter_invalid_integer'],
  ])('is refused for %s', async (_what, amount, reason) => {
    const payment = await paid();
    expect(await refusalOf(refund(payment, world.newId(), amount))).toEqual({
      code: 'PROVIDER_REFUSED',
      reason,
    });
  });

  test('is refused where all was refunded, or nothing was paid', async () => {
    const [spent, unpaid] = [await paid(), await opened()];
    await refund(spent, world.newId(), 1000);
    expect(await refusalOf(refund(spent))).toMatchObject({ reason: 'charge_already_refunded' });
    expect(await refusalOf(refund(unpaid))).toMatchObject({ reason: 'payment_intent_unexpected_state' });
  });

  test('of an id that was used for another amount is refused', async () => {
    const [payment, refund_id] = [await paid(), world.newId()];
    await refund(payment, refund_id, 300);
    expect(await refusalOf(refund(payment, refund_id, 400))).toEqual({
      code: 'PROVIDER_REFUSED',
      reason: 'idempotency_error',
    });
    expect(server.account.api.refundsOf(payment.reference)).toHaveLength(1);
  });

  test('is not taken for one made in the dashboard that says the same of itself, nor that for it', async () => {
    const [payment, refund_id] = [await paid(), world.newId()];
    const metadata = { refund_id, payment_id: payment.id };
    const { id: of_other_amount } = server.account.refundInDashboard(payment.reference, 200, metadata);
    expect(await refund(payment, refund_id)).toMatchObject([{ refund_id, amount: 300 }]);
    const { id: later } = server.account.refundInDashboard(payment.reference, 300, metadata);
    const reports = await provider().query(service, asking(payment, refund_id));
    expect(reports.slice(1).map((report) => [report.refund_id, report.amount])).toEqual([
      [later, 300],
      [refund_id, 300],
      [of_other_amount, 200],
    ]);
    expect(await refund(payment, refund_id)).toMatchObject([{ refund_id, amount: 300 }]);
    expect(server.account.api.refundsOf(payment.reference)).toHaveLength(3);
  });

  test('whose answer never came is found by asking, and asked again is made once', async () => {
    const [payment, refund_id] = [await paid(), world.newId()];
    server.trouble('silent', 1, 'POST');
    const hasty = provider({}, 100);
    await expect(refund(payment, refund_id, 300, hasty)).rejects.toThrow(Stripe.errors.StripeConnectionError);
    const known = await provider().query(service, asking(payment, refund_id));
    expect(known).toContainEqual(expect.objectContaining({ refund_id }));
    expect(await refund(payment, refund_id)).toMatchObject([{ refund_id }]);
    expect(server.account.api.refundsOf(payment.reference)).toHaveLength(1);
  });

  test.each<[Trouble, number, string]>([
    ['down', 2, 'StripeConnectionError'], // the library takes a connection that was closed for a stale one, once
    ['fault', 1, 'StripeAPIError'],
    ['busy', 1, 'StripeRateLimitError'],
    ['in_use', 1, 'StripeAPIError'],
  ])('whose request meets %s leaves its outcome unknown', async (trouble, times, type) => {
    const payment = await paid();
    server.trouble(trouble, times);
    expect(await refusalOf(refund(payment))).toMatchObject({ code: type });
    expect(await provider().query(service, payment)).toHaveLength(1);
  });

  test('by a key that Stripe does not know is no refusal of the refund', async () => {
    const payment = await paid();
    const stranger = provider({ secret_key: 'sk_test_other' });
    const refusal = await refusalOf(refund(payment, world.newId(), 300, stranger));
    expect(refusal).toMatchObject({ code: 'StripeAuthenticationError' });
  });
});

describe('what Stripe knows', () => {
  test('is nothing before there is a checkout, or of a PaymentIntent that is not there', async () => {
    expect(await provider().query(service, aPayment())).toEqual([]);
    expect(await provider().query(service, aPayment({ reference: 'pi_gone' }))).toEqual([]);
  });

  test('is all of it: capture, settlement, refunds by whomever, disputes and their end', async () => {
    const payment = await paid();
    const { reference, id: payment_id } = payment;
    const { id: refund_id } = server.account.refundInDashboard(reference, 100);
    const { id: dispute_id } = server.account.dispute(reference);
    server.account.closeDispute(dispute_id, 'won');
    server.account.makeAvailable(reference);
    const ours = { payment_id, currency: 'EUR' };
    expect(await provider().query(service, payment)).toEqual([
      { name: 'payment.captured', amount: 1000, ...ours },
      { name: 'settlement.confirmed', amount: 960, ...ours },
      { name: 'payment.refunded', amount: 100, refund_id, ...ours },
      { name: 'payment.disputed', amount: 900, dispute_id, ...ours },
      { name: 'payment.dispute_won', amount: 900, dispute_id, ...ours },
    ]);
  });

  test('is of a dispute what its webhooks tell: how much was reinstated, though it was lost', async () => {
    const payment = await paid();
    const { id: dispute_id } = server.account.dispute(payment.reference);
    server.account.closeDispute(dispute_id, 'lost', 300);
    const asked = (await provider().query(service, payment)).slice(1);
    const dispute = { payment_id: payment.id, dispute_id, currency: 'EUR' };
    expect(asked).toEqual([
      { name: 'payment.disputed', amount: 1000, ...dispute },
      { name: 'payment.dispute_won', amount: 300, ...dispute },
    ]);
    const event = server.events.at(-1)!;
    expect(event.type).toBe('charge.dispute.funds_reinstated');
    const told = provider().read({ webhook_id: event.id, body: JSON.stringify(event) });
    expect(await told.reports(payment)).toEqual(asked);
  });

  test('has more pages than one', async () => {
    const payment = await paid();
    for (let i = 0; i < 101; i++) server.account.refundInDashboard(payment.reference, 1);
    const ids = (await provider().query(service, payment)).map(({ refund_id }) => refund_id);
    expect(new Set(ids).size).toBe(1 + 101);
  });
});
