import { aBalanceTransaction, aDispute, anEvent } from '#test/stripe/objects';
import { describe, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { disputeReports } from './stripe.disputes.ts';
import { eventToReports } from './stripe.reports.ts';

const reference = 'pi_1';
const dispute = (changes: Partial<Stripe.Dispute>) =>
  aDispute({ id: 'du_1', payment_intent: reference, amount: 10_000, ...changes });
const moved = (...amounts: number[]) => amounts.map((amount) => aBalanceTransaction({ amount, fee: 0 }));
const inDollars = (...amounts: number[]) =>
  amounts.map((amount) => aBalanceTransaction({ amount, fee: 0, currency: 'usd' }));

/** What was disputed, and what came back. */
const told = (changes: Partial<Stripe.Dispute>) =>
  disputeReports(dispute(changes)).map(({ name, amount }) => [name, amount]);
const disputed = ['payment.disputed', 10_000];
const won = (amount: number) => [disputed, ['payment.dispute_won', amount]];

test('a dispute is known by its PaymentIntent and its own id', () => {
  const report = { reference, dispute_id: 'du_1', payment_id: undefined, currency: 'EUR' };
  expect(disputeReports(dispute({ status: 'won' }))).toEqual([
    { name: 'payment.disputed', amount: 10_000, ...report },
    { name: 'payment.dispute_won', amount: 10_000, ...report },
  ]);
});

describe('what a dispute took, and what of it came back:', () => {
  test.each<[string, Partial<Stripe.Dispute>, unknown[]]>([
    ['nothing has come back yet', { balance_transactions: moved(-10_000) }, [disputed]],
    ['it is lost', { status: 'lost', balance_transactions: moved(-10_000) }, [disputed]],
    [
      'it is lost, and a part was given back',
      { status: 'lost', balance_transactions: moved(-10_000, 3000) },
      won(3000),
    ],
    [
      'it is won, and the money is not there yet',
      { status: 'won', balance_transactions: moved(-10_000) },
      won(10_000),
    ],
    ['it is won', { status: 'won', balance_transactions: moved(-10_000, 10_000) }, won(10_000)],
    ['it is won in part', { status: 'won', balance_transactions: moved(-10_000, 4000) }, won(4000)],
    ['money came back before the decision', { balance_transactions: moved(-10_000, 10_000) }, won(10_000)],
    ['more came back than was disputed', { balance_transactions: moved(-10_500, 10_500) }, won(10_000)],
    [
      'a part, in a balance of another currency',
      { status: 'lost', balance_transactions: inDollars(-11_600, 3480) },
      won(3000),
    ],
    [
      'a third of that, to the nearest',
      { status: 'lost', balance_transactions: inDollars(-3, 1) },
      won(3333),
    ],
    [
      'it is won, and the exchange rate has moved',
      { status: 'won', balance_transactions: inDollars(-11_600, 11_200) },
      won(10_000),
    ],
    ['only what came back is known', { status: 'lost', balance_transactions: inDollars(3480) }, won(10_000)],
  ])('%s', (_what, changes, expected) => {
    expect(told(changes)).toEqual(expected);
  });

  test('sums beyond what a float holds are in proportion to the last digit', () => {
    const balance_transactions = inDollars(-99_999_999_999, 33_333_333_333);
    expect(told({ amount: 99_999_999_999, status: 'lost', balance_transactions })[1]).toEqual([
      'payment.dispute_won',
      33_333_333_333,
    ]);
  });
});

test.each<[string, Partial<Stripe.Dispute>]>([
  ["a bank's question", { status: 'warning_needs_response' }],
  ['a question that is over', { status: 'warning_closed' }],
  ['a dispute that was prevented', { status: 'prevented' }],
  ['a dispute of what was no PaymentIntent', { payment_intent: null }],
])('%s moves nothing', (_what, changes) => {
  expect(told(changes)).toEqual([]);
});

test('money that a question has taken is disputed', () => {
  expect(told({ status: 'warning_under_review', balance_transactions: moved(-10_000) })).toEqual([disputed]);
});

test.each(['created', 'updated', 'funds_withdrawn', 'closed', 'funds_reinstated'])(
  'charge.dispute.%s tells what Stripe answers when it is asked',
  (what) => {
    for (const status of ['needs_response', 'won', 'lost'] as const) {
      const its = dispute({ status, balance_transactions: moved(-10_000, 3000) });
      expect(eventToReports(anEvent(`charge.dispute.${what}`, its))).toEqual(disputeReports(its));
    }
  },
);
