import { world } from '#lib/world';
import { aBalanceTransaction, aCharge, aDispute, aRefund, anEvent, anIntent } from '#test/stripe/objects';
import { expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { disputeReports, eventToReport, intentReport, settlementReport } from './stripe.reports.ts';

const payment_id = world.newId();
const refund_id = world.newId();
const reference = 'pi_1';
const money = { amount: 1000, currency: 'EUR' };

const intent = (changes: Partial<Stripe.PaymentIntent>) =>
  anIntent({ id: reference, metadata: { payment_id, pledge_id: world.newId() }, ...changes });
const refund = (changes: Partial<Stripe.Refund>) =>
  aRefund({ id: 're_1', payment_intent: reference, amount: 300, ...changes });
const dispute = (changes: Partial<Stripe.Dispute>) =>
  aDispute({ id: 'du_1', payment_intent: reference, ...changes });

const declined = { type: 'card_error', code: 'card_declined' } as const;
const byUs = { metadata: { refund_id, payment_id } };

test.each<[string, object, object]>([
  [
    'payment_intent.amount_capturable_updated',
    intent({ status: 'requires_capture', amount_capturable: 1000 }),
    { name: 'payment.authorized', payment_id, reference, ...money },
  ],
  [
    'payment_intent.processing',
    intent({ status: 'processing' }),
    { name: 'payment.authorized', payment_id, reference, ...money },
  ],
  [
    'payment_intent.succeeded',
    intent({ status: 'succeeded', amount_received: 900 }),
    { name: 'payment.captured', payment_id, reference, amount: 900, currency: 'EUR' },
  ],
  [
    'payment_intent.payment_failed',
    intent({ last_payment_error: declined }),
    { name: 'payment.failed', payment_id, reference, ...money, reason: 'card_declined' },
  ],
  [
    'payment_intent.canceled',
    intent({ status: 'canceled' }),
    { name: 'payment.voided', payment_id, reference, ...money },
  ],
  [
    'refund.created',
    refund({ status: 'succeeded', ...byUs }),
    { name: 'payment.refunded', payment_id, reference, refund_id, amount: 300, currency: 'EUR' },
  ],
  [
    'refund.updated',
    refund({ status: 'succeeded' }),
    {
      name: 'payment.refunded',
      payment_id: undefined,
      reference,
      refund_id: 're_1',
      amount: 300,
      currency: 'EUR',
    },
  ],
  [
    'refund.failed',
    refund({ status: 'failed', failure_reason: 'lost_or_stolen_card', ...byUs }),
    { name: 'payment.refund_failed', payment_id, reference, refund_id, amount: 300, currency: 'EUR' },
  ],
  [
    'charge.refund.updated',
    refund({ status: 'canceled', ...byUs }),
    { name: 'payment.refund_failed', payment_id, reference, refund_id, amount: 300, currency: 'EUR' },
  ],
  [
    'charge.dispute.created',
    dispute({}),
    { name: 'payment.disputed', payment_id: undefined, reference, dispute_id: 'du_1', ...money },
  ],
  [
    'charge.dispute.funds_withdrawn',
    dispute({ status: 'warning_needs_response' }),
    { name: 'payment.disputed', payment_id: undefined, reference, dispute_id: 'du_1', ...money },
  ],
  [
    'charge.dispute.closed',
    dispute({ status: 'won' }),
    { name: 'payment.dispute_won', payment_id: undefined, reference, dispute_id: 'du_1', ...money },
  ],
  [
    'charge.dispute.funds_reinstated',
    dispute({ status: 'won' }),
    { name: 'payment.dispute_won', payment_id: undefined, reference, dispute_id: 'du_1', ...money },
  ],
])('%s is told in our words', (type, object, report) => {
  expect(eventToReport(anEvent(type, object))).toEqual(report);
});

test.each<[string, string, object]>([
  ['a type that says nothing of money', 'customer.created', { id: 'cus_1', object: 'customer' }],
  ['a PaymentIntent that was only made', 'payment_intent.created', intent({})],
  ['a step that the donor still has to take', 'payment_intent.requires_action', intent({})],
  ['the sum of all refunds', 'charge.refunded', aCharge({ payment_intent: reference, amount_refunded: 300 })],
  ['a refund on its way', 'refund.created', refund({ status: 'pending' })],
  ['a refund that waits for the donor', 'refund.updated', refund({ status: 'requires_action' })],
  ['a refund of what was no PaymentIntent', 'refund.created', refund({ payment_intent: null })],
  ["a bank's question", 'charge.dispute.created', dispute({ status: 'warning_needs_response' })],
  ['a question that is over', 'charge.dispute.closed', dispute({ status: 'warning_closed' })],
  ['a dispute that was prevented', 'charge.dispute.created', dispute({ status: 'prevented' })],
  ['a dispute that was lost: it had taken the money', 'charge.dispute.closed', dispute({ status: 'lost' })],
  ['a dispute of what was no PaymentIntent', 'charge.dispute.created', dispute({ payment_intent: null })],
  [
    'a payment of another shop on the same account',
    'payment_intent.succeeded',
    anIntent({ status: 'succeeded', amount_received: 1000, metadata: { payment_id: 'order 7' } }),
  ],
])('%s moves nothing', (_what, type, object) => {
  expect(eventToReport(anEvent(type, object))).toBeUndefined();
});

test.each([
  ['jpy', 500, { amount: 500, currency: 'JPY' }],
  ['kwd', 5120, { amount: 5120, currency: 'KWD' }],
  ['isk', 50_000, { amount: 500, currency: 'ISK' }],
  ['mga', 5, { amount: 500, currency: 'MGA' }],
])('amounts in %s become minor units of ISO 4217', (currency, amount, expected) => {
  const succeeded = intent({ status: 'succeeded', currency, amount, amount_received: amount });
  expect(eventToReport(anEvent('payment_intent.succeeded', succeeded))).toMatchObject(expected);
});

test('an expanded PaymentIntent of a refund is known by its id', () => {
  const event = anEvent('refund.created', refund({ payment_intent: intent({}) }));
  expect(eventToReport(event)).toMatchObject({ reference });
});

test('who has still to pay, or to take a step, is not reported on', () => {
  const statuses = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const;
  expect(statuses.map((status) => intentReport(intent({ status })))).toEqual(statuses.map(() => undefined));
});

test('a dispute that was won was one', () => {
  const names = disputeReports(dispute({ status: 'won' })).map((report) => report?.name);
  expect(names).toEqual(['payment.disputed', 'payment.dispute_won']);
});

const settled = (changes: Partial<Stripe.BalanceTransaction>) =>
  settlementReport(
    intent({
      status: 'succeeded',
      amount_received: 1000,
      latest_charge: aCharge({ balance_transaction: aBalanceTransaction(changes) }),
    }),
  );

test('money is settled once Stripe has it to pay out, less its fee', () => {
  expect(settled({ status: 'pending' })).toBeUndefined();
  expect(settled({ status: 'available', fee: 40 })).toMatchObject({
    name: 'settlement.confirmed',
    payment_id,
    amount: 960,
    currency: 'EUR',
  });
});

test("money that Stripe keeps in another currency is settled as what was captured in the payment's own", () => {
  expect(settled({ status: 'available', currency: 'usd', amount: 1160, fee: 50 })).toMatchObject({
    amount: 1000,
    currency: 'EUR',
  });
});
