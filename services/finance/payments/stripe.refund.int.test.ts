import type { Payment } from '#contracts';
import { world } from '#lib/world';
import type { Trouble } from '#test/stripe/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { asking, namesOf, refusalOf, service, startAdapter, type Adapter } from './stripe.adapter.fixture.ts';

let adapter: Adapter;
beforeAll(async () => {
  adapter = await startAdapter();
});
afterAll(() => adapter?.server.stop());
beforeEach(() => {
  adapter.server.account.refund_status = 'succeeded';
});

describe('a refund', () => {
  const refund = (payment: Payment, refund_id = world.newId(), amount = 300, by = adapter.provider()) =>
    by.refund(service, asking(payment, refund_id, amount), { refund_id, amount });

  test('is made once for its id, and reported by it', async () => {
    const [payment, refund_id] = [await adapter.paid(), world.newId()];
    const report = {
      name: 'payment.refunded',
      payment_id: payment.id,
      refund_id,
      amount: 300,
      currency: 'EUR',
    };
    expect(await refund(payment, refund_id)).toEqual([report]);
    expect(await refund(payment, refund_id)).toEqual([report]);
    expect(adapter.server.account.api.refundsOf(payment.reference)).toHaveLength(1);
    expect(await adapter.provider().query(service, asking(payment, refund_id))).toContainEqual(report);
  });

  test.each([300, 1000])(
    'of %d that takes days is made once, and reported when it is over',
    async (amount) => {
      const [payment, refund_id] = [await adapter.paid(), world.newId()];
      adapter.server.account.refund_status = 'pending';
      // A day later Stripe knows our key no more.
      for (let days = 0; days < 2; days++, adapter.server.forgetKeys())
        expect(await refund(payment, refund_id, amount)).toEqual([]);
      const made = adapter.server.account.api.refundsOf(payment.reference);
      expect(made).toHaveLength(1);
      adapter.server.account.endRefund(made[0]!.id, 'failed');
      expect(namesOf(await adapter.provider().query(service, payment))).toContain('payment.refund_failed');
    },
  );

  test.each([
    ['more than was captured', 1001, 'invalid_request_error'],
    ['nothing that Stripe can express', 0, 'parameter_invalid_integer'],
  ])('is refused for %s', async (_what, amount, reason) => {
    const payment = await adapter.paid();
    expect(await refusalOf(refund(payment, world.newId(), amount))).toEqual({
      code: 'PROVIDER_REFUSED',
      reason,
    });
  });

  test('is refused where all was refunded, or nothing was paid', async () => {
    const [spent, unpaid] = [await adapter.paid(), await adapter.opened()];
    await refund(spent, world.newId(), 1000);
    expect(await refusalOf(refund(spent))).toMatchObject({ reason: 'charge_already_refunded' });
    expect(await refusalOf(refund(unpaid))).toMatchObject({ reason: 'payment_intent_unexpected_state' });
  });

  test('of an id that was used for another amount is refused', async () => {
    const [payment, refund_id] = [await adapter.paid(), world.newId()];
    await refund(payment, refund_id, 300);
    expect(await refusalOf(refund(payment, refund_id, 400))).toEqual({
      code: 'PROVIDER_REFUSED',
      reason: 'idempotency_error',
    });
    expect(adapter.server.account.api.refundsOf(payment.reference)).toHaveLength(1);
  });

  test('is not taken for one made in the dashboard that says the same of itself, nor that for it', async () => {
    const [payment, refund_id] = [await adapter.paid(), world.newId()];
    const metadata = { refund_id, payment_id: payment.id };
    const { id: of_other_amount } = adapter.server.account.refundInDashboard(
      payment.reference,
      200,
      metadata,
    );
    expect(await refund(payment, refund_id)).toMatchObject([{ refund_id, amount: 300 }]);
    const { id: later } = adapter.server.account.refundInDashboard(payment.reference, 300, metadata);
    const reports = await adapter.provider().query(service, asking(payment, refund_id));
    expect(reports.slice(1).map((report) => [report.refund_id, report.amount])).toEqual([
      [later, 300],
      [refund_id, 300],
      [of_other_amount, 200],
    ]);
    expect(await refund(payment, refund_id)).toMatchObject([{ refund_id, amount: 300 }]);
    expect(adapter.server.account.api.refundsOf(payment.reference)).toHaveLength(3);
  });

  test('whose answer never came is found by asking, and asked again is made once', async () => {
    const [payment, refund_id] = [await adapter.paid(), world.newId()];
    adapter.server.trouble('silent', 1, 'POST');
    const hasty = adapter.provider({}, 100);
    await expect(refund(payment, refund_id, 300, hasty)).rejects.toThrow(Stripe.errors.StripeConnectionError);
    const known = await adapter.provider().query(service, asking(payment, refund_id));
    expect(known).toContainEqual(expect.objectContaining({ refund_id }));
    expect(await refund(payment, refund_id)).toMatchObject([{ refund_id }]);
    expect(adapter.server.account.api.refundsOf(payment.reference)).toHaveLength(1);
  });

  test.each<[Trouble, number, string]>([
    ['down', 2, 'StripeConnectionError'], // the library takes a connection that was closed for a stale one, once
    ['fault', 1, 'StripeAPIError'],
    ['busy', 1, 'StripeRateLimitError'],
    ['in_use', 1, 'StripeAPIError'],
  ])('whose request meets %s leaves its outcome unknown', async (trouble, times, type) => {
    const payment = await adapter.paid();
    adapter.server.trouble(trouble, times);
    expect(await refusalOf(refund(payment))).toMatchObject({ code: type });
    expect(await adapter.provider().query(service, payment)).toHaveLength(1);
  });

  test('by a key that Stripe does not know is no refusal of the refund', async () => {
    const payment = await adapter.paid();
    const stranger = adapter.provider({ secret_key: 'sk_test_other' });
    const refusal = await refusalOf(refund(payment, world.newId(), 300, stranger));
    expect(refusal).toMatchObject({ code: 'StripeAuthenticationError' });
  });
});
