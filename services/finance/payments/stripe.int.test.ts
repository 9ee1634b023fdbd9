import type { Payment } from '#contracts';
import type { Trouble } from '#test/stripe/server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aPayment } from './payment.fixture.ts';
import { namesOf, refusalOf, service, startAdapter, type Adapter } from './stripe.adapter.fixture.ts';

let adapter: Adapter;
beforeAll(async () => {
  adapter = await startAdapter();
});
afterAll(() => adapter?.server.stop());

const intentsOf = ({ id }: Payment) =>
  [...adapter.server.account.intents.values()].filter(({ metadata }) => metadata['payment_id'] === id);

describe('a checkout', () => {
  test('is a PaymentIntent that carries our ids, and a page of ours', async () => {
    const payment = aPayment();
    const { location, reference } = await adapter.provider().checkout(service, payment);
    expect(location).toBe(`https://give.example/pay/${payment.purpose.id}/stripe`);
    const intent = adapter.server.account.intents.get(reference!);
    expect(intent).toMatchObject({ amount: 1000, currency: 'eur', status: 'requires_payment_method' });
    const { id: payment_id, purpose } = payment;
    expect(intent!.metadata).toEqual({ payment_id, purpose_kind: 'pledge', purpose_id: purpose.id });
  });

  test('of the same payment is the same, asked again or twice at once', async () => {
    const payment = aPayment();
    const twice = await Promise.all([1, 2].map(() => adapter.provider().checkout(service, payment)));
    const [first, second] = [...twice];
    expect(second).toEqual(first);
    expect(await adapter.provider().checkout(service, { ...payment, reference: first!.reference })).toEqual(
      first,
    );
    expect(intentsOf(payment)).toHaveLength(1);
  });

  test('that is known is not asked for: Stripe forgets our key after a day', async () => {
    const payment = await adapter.opened();
    adapter.server.requests.length = 0;
    await adapter.provider().checkout(service, payment);
    expect(adapter.server.requests).toEqual([]);
  });

  test.each([
    ['JPY', 500, 500],
    ['KWD', 5120, 5120],
    ['ISK', 500, 50_000],
  ])('in %s asks for %i as %i, and the capture is reported as %i again', async (currency, amount, sent) => {
    const payment = await adapter.paid({ currency, amount });
    expect(adapter.server.account.intents.get(payment.reference)).toMatchObject({ amount: sent });
    expect(await adapter.provider().query(service, payment)).toEqual([
      { name: 'payment.captured', payment_id: payment.id, amount, currency },
    ]);
  });

  test.each([
    [
      'an amount that Stripe cannot express',
      { currency: 'KWD', amount: 1001 },
      'amount_not_payable',
      'It can only take a rounder amount in this currency.',
    ],
    [
      'a currency that Stripe does not take',
      { currency: 'LYD', amount: 1000 },
      'currency_not_payable',
      'It takes nothing in this currency.',
    ],
    [
      'an amount that is less than it takes',
      { currency: 'EUR', amount: 49 },
      'amount_too_small',
      'The amount is less than it takes in this currency.',
    ],
  ])('is refused for %s, and its donor reads why', async (_what, changes, reason, message) => {
    const refusal = await refusalOf(adapter.provider().checkout(service, aPayment(changes)));
    expect(refusal).toEqual({ code: 'PROVIDER_REFUSED', reason, message });
  });

  test.each<Trouble>(['lost', 'down', 'in_use'])(
    'comes about once though a request is %s',
    async (trouble) => {
      const payment = aPayment();
      adapter.server.trouble(trouble);
      expect((await adapter.provider().checkout(service, payment)).reference).toMatch(/^pi_/);
      expect(intentsOf(payment)).toHaveLength(1);
    },
  );

  test.each<Trouble>(['fault', 'busy'])(
    'tells a donor to try again where Stripe is at %s',
    async (trouble) => {
      adapter.server.trouble(trouble);
      expect(await refusalOf(adapter.provider().checkout(service, aPayment()))).toEqual({
        code: 'UNAVAILABLE',
      });
    },
  );
});

describe('a hold', () => {
  test('is captured', async () => {
    const payment = await adapter.opened();
    adapter.server.account.hold(payment.reference);
    expect(namesOf(await adapter.provider().query(service, payment))).toEqual(['payment.authorized']);
    expect(await adapter.provider().capture(service, payment)).toEqual([
      { name: 'payment.captured', payment_id: payment.id, amount: 1000, currency: 'EUR' },
    ]);
  });

  test('is given up, and so is a checkout that nobody has paid', async () => {
    const [held, left] = [await adapter.opened(), await adapter.opened()];
    adapter.server.account.hold(held.reference);
    for (const payment of [held, left])
      expect(namesOf(await adapter.provider().void(service, payment))).toEqual(['payment.voided']);
  });

  test('that was captured or given up before is settled by what Stripe knows', async () => {
    const [taken, given] = [await adapter.paid(), await adapter.opened()];
    await adapter.provider().void(service, given);
    expect(namesOf(await adapter.provider().capture(service, taken))).toEqual(['payment.captured']);
    expect(namesOf(await adapter.provider().void(service, taken))).toEqual(['payment.captured']);
    expect(namesOf(await adapter.provider().void(service, given))).toEqual(['payment.voided']);
    expect(namesOf(await adapter.provider().capture(service, given))).toEqual(['payment.voided']);
  });

  test('is refused while a bank is at work, and not for ever', async () => {
    const payment = await adapter.opened();
    adapter.server.account.process(payment.reference);
    const reason = 'payment_intent_unexpected_state';
    expect(await refusalOf(adapter.provider().void(service, payment))).toEqual({
      code: 'PROVIDER_REFUSED',
      reason,
    });
    adapter.server.account.decline(payment.reference);
    expect(namesOf(await adapter.provider().void(service, payment))).toEqual(['payment.voided']);
  });

  test('of a payment without a checkout is none: there is nothing to give up', async () => {
    expect(namesOf(await adapter.provider().void(service, aPayment()))).toEqual(['payment.voided']);
    const refusal = await refusalOf(adapter.provider().capture(service, aPayment()));
    expect(refusal).toMatchObject({ code: 'PROVIDER_REFUSED', reason: 'no_checkout' });
  });
});

describe('what Stripe knows', () => {
  test('is nothing before there is a checkout, or of a PaymentIntent that is not there', async () => {
    expect(await adapter.provider().query(service, aPayment())).toEqual([]);
    expect(await adapter.provider().query(service, aPayment({ reference: 'pi_gone' }))).toEqual([]);
  });

  test('is all of it: capture, settlement, refunds by whomever, disputes and their end', async () => {
    const payment = await adapter.paid();
    const { reference, id: payment_id } = payment;
    const { id: refund_id } = adapter.server.account.refundInDashboard(reference, 100);
    const { id: dispute_id } = adapter.server.account.dispute(reference);
    adapter.server.account.closeDispute(dispute_id, 'won');
    adapter.server.account.makeAvailable(reference);
    const ours = { payment_id, currency: 'EUR' };
    expect(await adapter.provider().query(service, payment)).toEqual([
      { name: 'payment.captured', amount: 1000, ...ours },
      { name: 'settlement.confirmed', amount: 960, ...ours },
      { name: 'payment.refunded', amount: 100, refund_id, ...ours },
      { name: 'payment.disputed', amount: 900, dispute_id, ...ours },
      { name: 'payment.dispute_won', amount: 900, dispute_id, ...ours },
    ]);
  });

  test('is of a dispute what its webhooks tell: how much was reinstated, though it was lost', async () => {
    const payment = await adapter.paid();
    const { id: dispute_id } = adapter.server.account.dispute(payment.reference);
    adapter.server.account.closeDispute(dispute_id, 'lost', 300);
    const asked = (await adapter.provider().query(service, payment)).slice(1);
    const dispute = { payment_id: payment.id, dispute_id, currency: 'EUR' };
    expect(asked).toEqual([
      { name: 'payment.disputed', amount: 1000, ...dispute },
      { name: 'payment.dispute_won', amount: 300, ...dispute },
    ]);
    const event = adapter.server.events.at(-1)!;
    expect(event.type).toBe('charge.dispute.funds_reinstated');
    const told = adapter.provider().read({ webhook_id: event.id, body: JSON.stringify(event) });
    expect(await told.reports(payment)).toEqual(asked);
  });

  test('has more pages than one', async () => {
    const payment = await adapter.paid();
    for (let i = 0; i < 101; i++) adapter.server.account.refundInDashboard(payment.reference, 1);
    const ids = (await adapter.provider().query(service, payment)).map(({ refund_id }) => refund_id);
    expect(new Set(ids).size).toBe(1 + 101);
  });
});
