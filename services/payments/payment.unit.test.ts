import type { Webhook } from '#contracts';
import { world } from '#lib/world';
import { twoSchedules } from '#machines/fixture.test';
import type { Decision } from '#mixins/actors/decision';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { open, paymentIdOf, report, type PaymentState, type Report } from './payment.ts';

const pledge_id = world.newId();
const payment_id = paymentIdOf(pledge_id);
const circumstances = { key: payment_id, at: '2026-01-31T12:00:00.000Z', by: undefined };
const created = {
  pledge_id,
  campaign_id: world.newId(),
  donor_id: world.newId(),
  amount: 1000,
  currency: 'EUR',
};
const payment = open(undefined, created, circumstances).state;

const reportOf = (name: Report['name'], changes: Partial<Report> = {}): Report => ({
  ...{ payment_id, name, amount: 1000, currency: 'EUR', ...changes },
});
const arrive = (payment: PaymentState, reported: Report): Decision<PaymentState> =>
  report(payment, {
    ...{ id: world.newId(), provider: 'sandbox', webhook_id: world.newId(), payment_id, type: reported.name },
    ...{ body: '{}', received_at: circumstances.at, report: reported },
  });
const outcomeOf = ({ records }: Decision<PaymentState>) =>
  records.map(({ table, row }) => [table, (row as unknown as Webhook).outcome]);

const reports: Report[] = [
  ...(['payment.authorized', 'payment.captured', 'settlement.confirmed', 'payment.failed'] as const).map(
    (name) => reportOf(name),
  ),
  reportOf('payment.refunded', { refund_id: 'r1', amount: 300 }),
  reportOf('payment.refunded', { refund_id: 'r2', amount: 200 }),
  reportOf('payment.disputed', { dispute_id: 'd1', amount: 400 }),
  reportOf('payment.dispute_won', { dispute_id: 'd1', amount: 400 }),
];

test('a payment is opened once for a pledge, whoever asks first', () => {
  expect(payment).toMatchObject({
    id: payment_id,
    purpose: { kind: 'pledge', id: pledge_id },
    status: 'PENDING',
  });
  expect(open(payment, created, circumstances).state).toBe(payment);
});

test.each(reports)('$name moves the payment, is told once and kept with what became of it', (reported) => {
  const first = arrive(payment, reported);
  const { payment_id, name, amount, currency, refund_id, dispute_id } = reported;
  const ids = { ...(refund_id ? { refund_id } : {}), ...(dispute_id ? { dispute_id } : {}) };
  const payload = { payment_id, pledge_id, amount, currency, ...ids };
  expect(first.messages).toEqual([{ name, payload }]);
  expect(outcomeOf(first)).toEqual([['webhooks', 'applied']]);

  const again = arrive(first.state, reported);
  expect(again.state).toBe(first.state);
  expect(again.messages).toEqual([]);
  expect(outcomeOf(again)).toEqual([['webhooks', 'already_known']]);
});

test('the same reports, in any order and some of them twice, end in one payment', () => {
  const all = (reported: Report[]) =>
    reported.reduce((payment, reported) => arrive(payment, reported).state, payment);
  fc.assert(
    fc.property(twoSchedules(reports), ([once, again]) => expect(all(again)).toEqual(all(once))),
    { numRuns: 300 },
  );
});

test('money in another currency moves nothing, is told to nobody, and is kept', () => {
  const decision = arrive(payment, reportOf('payment.captured', { currency: 'USD' }));
  expect(decision.state).toBe(payment);
  expect(decision.messages).toEqual([]);
  expect(outcomeOf(decision)).toEqual([['webhooks', 'other_currency']]);
});

test('a refund that failed is told, and moves nothing', () => {
  const { state } = arrive(payment, reportOf('payment.captured'));
  const failed = arrive(state, reportOf('payment.refund_failed', { refund_id: 'r1' }));
  expect(failed.state).toBe(state);
  expect(failed.messages.map(({ name }) => name)).toEqual(['payment.refund_failed']);
  expect(outcomeOf(failed)).toEqual([['webhooks', 'applied']]);
});
