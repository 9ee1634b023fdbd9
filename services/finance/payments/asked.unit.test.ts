// What is asked of a provider, and when it is asked no more.
import { codeOf } from '#lib/errors';
import { world } from '#lib/world';
import type { AnyDecision } from '#mixins/actors/decision';
import { describe, expect, test } from '@jest/globals';
import { creditBeneficiary, debitRefund } from './postings.rules.ts';
import * as rules from './payment.rules.ts';
import type { PaymentState, Report } from './payment-state.rules.ts';

const [refund_id, other_id] = [world.newId(), world.newId()];
const purpose = { kind: 'pledge', id: world.newId() } as const;
const id = rules.paymentIdOf(purpose);
const at = '2026-01-31T12:00:00.000Z';
const context = { key: id, now: at, caller: undefined };
const money = { amount: 1000, currency: 'EUR' };
const beneficiary = `campaign:${world.newId()}`;
const payment = rules.open(undefined, { purpose, beneficiary, provider: 'sandbox', ...money }, context).state;
const told = (name: Report['name'], changes: Partial<Report> = {}): Report => ({
  payment_id: id,
  name,
  amount: 1000,
  currency: 'EUR',
  ...changes,
});
const hear = (from: PaymentState, ...reports: Report[]) =>
  reports.reduce((payment, report) => receive(payment, report).state, from);
const receive = (payment: PaymentState, report: Report) =>
  rules.receiveReport(payment, { report, reports_settlement: true }, { now: at });
const uncounted = hear(payment, told('payment.captured'));
const captured = { ...uncounted, is_counted: true };
const due = ({ timers }: AnyDecision<PaymentState>) =>
  timers.map(({ name, key, due_at }) => [name, key, due_at]);
const posted = ({ transfers }: AnyDecision<PaymentState>) =>
  transfers.map(({ transfer }) => [transfer.kind, 'amount' in transfer ? transfer.amount : undefined]);

test.each<[Report['name'][], boolean]>([
  [[], true],
  [['payment.authorized'], true],
  [['payment.failed'], true],
  [['payment.voided'], false],
  [['payment.captured'], false],
])('a payment with %j is given up: %s', (names, isVoided) => {
  const given = rules.giveUp(hear(payment, ...names.map((name) => told(name))), undefined, context);
  expect(due(given)).toEqual(isVoided ? [['payments.void', id, at]] : []);
});

test('a checkout that comes about after that is closed; a known one changes nothing', () => {
  const reference = 'pi_1';
  expect(due(rules.checkOut(payment, { reference }, context))).toEqual([]);
  const voided = hear(payment, told('payment.voided'));
  expect(due(rules.checkOut(voided, { reference }, context))).toEqual([['payments.close', id, at]]);
  const known = { ...voided, reference };
  expect(rules.checkOut(known, { reference }, context)).toMatchObject({ state: known, timers: [] });
});

test('whether money has arrived is asked when it was taken, unless that is known', () => {
  const namesAfter = (from: PaymentState, name: Report['name']) =>
    rules
      .receiveReport(from, { report: told(name), reports_settlement: false }, { now: at })
      .timers.map(({ name }) => name);
  expect(namesAfter(payment, 'payment.captured')).toEqual(['payments.settlement']);
  expect(namesAfter(payment, 'payment.authorized')).toEqual([]);
  expect(namesAfter(hear(payment, told('settlement.confirmed')), 'payment.captured')).toEqual([]);
});

test('what a purpose tells of its money is posted once for each of its versions', () => {
  const idAt = (version: number) =>
    creditBeneficiary('captured')(captured, { ...money, figures: { version } }, context).transfers[0]!
      .transfer.id;
  expect(idAt(1)).toBe(idAt(1));
  expect(idAt(2)).not.toBe(idAt(1));
});

test('only a hold is captured', () => {
  const held = hear(payment, told('payment.authorized'));
  expect(due(rules.wantCapture(held, undefined, context))).toEqual([['payments.capture', id, at]]);
  for (const from of [payment, captured]) {
    const codes = (() => {
      try {
        return rules.wantCapture(from, undefined, context);
      } catch (error) {
        return codeOf(error);
      }
    })();
    expect(codes).toBe('TRANSITION_NOT_ALLOWED');
  }
});

describe('a refund', () => {
  const want = (from: PaymentState, changes: object = {}) =>
    rules.wantRefund(from, { refund_id, amount: 300, is_covered: false, ...changes }, context);
  const wanted = want(captured);
  const refunded = told('payment.refunded', { refund_id, amount: 300 });
  const failed = told('payment.refund_failed', { refund_id, amount: 300 });

  test('reserves what it takes from the beneficiary, and is asked for', () => {
    expect(wanted.timers).toEqual([
      { name: 'payments.refund', key: refund_id, due_at: at, payload: { payment_id: id } },
    ]);
    expect(posted(wanted)).toEqual([['pend', 300]]);
    expect(wanted.state).toMatchObject({ holds: { [refund_id]: 300 }, refunds: [{ status: 'PENDING' }] });
  });

  test('of money that never was the beneficiary’s reserves nothing', () => {
    const other = want(uncounted);
    expect([posted(other), due(other)]).toEqual([[], [['payments.refund', refund_id, at]]]);
  });

  test('that the beneficiary has not got the money for is told as failed, and nobody is asked', () => {
    const refused = wanted.transfers[0]!.ifRefused!({ transfer_id: refund_id, reason: 'below_floor' });
    expect(refused.messages.map(({ name }) => name)).toEqual(['payment.refund_failed']);
    expect(refused.state.refunds).toMatchObject([{ refund_id, status: 'FAILED' }]);
    expect(refused.state.holds).toEqual({});
    expect(due(refused)).toEqual([['payments.refund', refund_id, null]]);
  });

  test.each([
    ['SUCCEEDED', refunded],
    ['FAILED', failed],
  ])('that is known to have %s is not asked for', (status, report) => {
    const known = want(hear(captured, report));
    expect(known.state.refunds).toMatchObject([{ status }]);
    expect([due(known), posted(known)]).toEqual([[], []]);
  });

  test('that comes to its end is asked for no more, and frees what it had reserved where it failed', () => {
    const done = receive(wanted.state, refunded);
    expect(due(done)).toEqual([['payments.refund', refund_id, null]]);
    expect(done.state).toMatchObject({
      refunds: [{ status: 'SUCCEEDED' }],
      holds: { [refund_id]: 300 },
    });
    const undone = receive(wanted.state, failed);
    expect([undone.state.refunds[0]!.status, undone.state.holds]).toEqual(['FAILED', {}]);
    expect(posted(undone)).toEqual([['void_pending', undefined]]);
    // Of money that never was the beneficiary's there is nothing to free.
    expect(posted(receive(want(uncounted).state, failed))).toEqual([]);
    // One that somebody else made is nobody's to wait for.
    expect(due(receive(wanted.state, { ...refunded, refund_id: 'r9' }))).toEqual([]);
  });

  describe('of which its purpose tells', () => {
    const both = hear(want(wanted.state, { refund_id: other_id, amount: 600 }).state, refunded, {
      ...refunded,
      refund_id: other_id,
      amount: 600,
    });
    const take = (from: PaymentState, amount: number, of = refund_id) =>
      debitRefund(from, { ...money, amount, refund_id: of, figures: { version: 1 } }, context);

    test.each([
      [300, refund_id, other_id],
      [600, other_id, refund_id],
    ])('%d is taken from what was reserved for it, whichever is told first', (amount, of, left) => {
      const taken = take(both, amount, of);
      expect(posted(taken)).toEqual([['post_pending', amount]]);
      expect(Object.keys(taken.state.holds)).toEqual([left]);
    });

    test('more than was reserved takes the rest from what the beneficiary has', () => {
      const more = hear(wanted.state, { ...refunded, amount: 350 });
      expect(posted(take(more, 350))).toEqual([
        ['post_pending', 300],
        ['post', 50],
      ]);
    });

    test('less frees the rest', () => {
      const less = hear(wanted.state, { ...refunded, amount: 250 });
      expect(posted(take(less, 250))).toEqual([['post_pending', 250]]);
    });

    test('one that nothing was reserved for is taken from what the beneficiary has, which may owe it', () => {
      const taken = take(hear(captured, refunded), 300);
      expect(posted(taken)).toEqual([['post', 300]]);
      expect(taken.transfers[0]!.transfer).toMatchObject({ overdraft: Infinity });
    });
  });
});
