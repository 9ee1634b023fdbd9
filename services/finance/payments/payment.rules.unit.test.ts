import type { Webhook } from '#contracts';
import { world } from '#lib/world';
import { twoSchedules } from '#machines/facts.fixture';
import type { AnyDecision } from '#mixins/actors/decision';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { open, paymentIdOf, receiveReport, receiveWebhook } from './payment.rules.ts';
import type { PaymentState, Report } from './payment-state.rules.ts';

const purpose = { kind: 'pledge', id: world.newId() } as const;
const payment_id = paymentIdOf(purpose);
const context = { key: payment_id, now: '2026-01-31T12:00:00.000Z', caller: undefined };
const wanted = {
  purpose,
  beneficiary: `campaign:${world.newId()}`,
  provider: 'sandbox',
  amount: 1000,
  currency: 'EUR',
};
const payment = open(undefined, wanted, context).state;

const reportOf = (name: Report['name'], changes: Partial<Report> = {}): Report => ({
  payment_id,
  name,
  amount: 1000,
  currency: 'EUR',
  ...changes,
});
const arrive = (payment: PaymentState, reported: Report): AnyDecision<PaymentState> =>
  receiveWebhook(
    payment,
    {
      id: world.newId(),
      provider: 'sandbox',
      webhook_id: world.newId(),
      payment_id,
      type: reported.name,
      body: '{}',
      digest: '',
      received_at: context.now,
      report: reported,
      reports_settlement: true,
    },
    context,
  );
const outcomeOf = ({ records }: AnyDecision<PaymentState>) =>
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

test('a payment is opened once for a purpose, whoever asks first', () => {
  expect(payment).toMatchObject({ ...wanted, id: payment_id, status: 'PENDING' });
  expect(open(payment, wanted, context).state).toBe(payment);
});

test.each(reports)('$name moves the payment, is told once and kept with what became of it', (reported) => {
  const first = arrive(payment, reported);
  const { payment_id, name, amount, currency, refund_id, dispute_id } = reported;
  const ids = { ...(refund_id ? { refund_id } : {}), ...(dispute_id ? { dispute_id } : {}) };
  const payload = { payment_id, purpose, amount, currency, ...ids };
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

test('a report of another provider is refused', () => {
  expect(() => arrive({ ...payment, provider: 'stripe' }, reportOf('payment.captured'))).toThrow(
    'No such payment',
  );
});

test('a refund that failed is told, and what it had given back is there again', () => {
  const refunded = reportOf('payment.refunded', { refund_id: 'r1', amount: 300 });
  const { state } = arrive(arrive(payment, reportOf('payment.captured')).state, refunded);
  expect(state).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunded_amount: 300 });
  const failed = arrive(state, reportOf('payment.refund_failed', { refund_id: 'r1', amount: 300 }));
  expect(failed.state).toMatchObject({ status: 'CAPTURED', refunded_amount: 0 });
  expect(failed.messages.map(({ name }) => name)).toEqual(['payment.refund_failed']);
});

test('a provider that does not report settlements is asked two days after the capture', () => {
  const dueWhere = (reports_settlement: boolean) =>
    receiveReport(payment, { report: reportOf('payment.captured'), reports_settlement }, context).timers;
  expect(dueWhere(false)).toEqual([
    { name: 'payments.settlement', key: payment_id, due_at: '2026-02-02T12:00:00.000Z', payload: {} },
  ]);
  expect(dueWhere(true)).toEqual([]);
});

describe('in the ledger', () => {
  const posted = ({ transfers }: AnyDecision<PaymentState>) =>
    transfers.map(({ transfer }) =>
      transfer.kind === 'post'
        ? [transfer.from, transfer.to, transfer.amount]
        : [transfer.kind, 'amount' in transfer ? transfer.amount : undefined],
    );
  const [provider, mine] = ['provider:sandbox:EUR', `payment:${payment_id}`];
  const captured = arrive(payment, reportOf('payment.captured'));

  test('what was captured is owed by the provider, until it settles less its fee', () => {
    expect(posted(captured)).toEqual([[provider, mine, 1000]]);
    const settled = arrive(captured.state, reportOf('settlement.confirmed', { amount: 970 }));
    expect(posted(settled)).toEqual([
      ['bank:EUR', provider, 970],
      ['fees:EUR', provider, 30],
    ]);
  });

  test('a settlement that comes first is posted with its capture, and the fee once both are known', () => {
    const settled = arrive(payment, reportOf('settlement.confirmed', { amount: 970 }));
    expect(posted(settled)).toEqual([
      [provider, mine, 970],
      ['bank:EUR', provider, 970],
    ]);
    expect(posted(arrive(settled.state, reportOf('payment.captured')))).toEqual([
      [provider, mine, 30],
      ['fees:EUR', provider, 30],
    ]);
  });

  test('refunds and disputes go back the way the money came, and a dispute that is won returns', () => {
    const refunded = arrive(captured.state, reportOf('payment.refunded', { refund_id: 'r1', amount: 300 }));
    expect(posted(refunded)).toEqual([[mine, provider, 300]]);
    const dispute = { dispute_id: 'd1', amount: 400 };
    const disputed = arrive(captured.state, reportOf('payment.disputed', dispute));
    expect(posted(disputed)).toEqual([[mine, provider, 400]]);
    expect(posted(arrive(disputed.state, reportOf('payment.dispute_won', dispute)))).toEqual([
      [provider, mine, 400],
    ]);
  });

  test('ids of transfers follow from the payment and its version: the same report can not be posted twice', () => {
    const idsOf = ({ transfers }: AnyDecision<PaymentState>) => transfers.map(({ transfer }) => transfer.id);
    expect(idsOf(arrive(payment, reportOf('payment.captured')))).toEqual(idsOf(captured));
    const next = arrive({ ...payment, version: 1 }, reportOf('payment.captured'));
    expect(idsOf(next)).not.toEqual(idsOf(captured));
  });
});
