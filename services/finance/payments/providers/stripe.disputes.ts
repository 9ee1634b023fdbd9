// What a dispute of Stripe's means, in the platform's words: the same, whether a webhook tells of it or Stripe is asked. Pure.
import type Stripe from 'stripe';
import { fromStripe } from './stripe.amounts.ts';
import { idIn, type StripeReport } from './stripe.report.ts';

/**
 * All that is known of a dispute: what it took, and what of that came back. Nothing for a bank's mere question, which takes
 * none, and for what was paid by other means than a PaymentIntent.
 */
export function disputeReports(dispute: Stripe.Dispute): StripeReport[] {
  const reference = idIn(dispute.payment_intent);
  if (reference === undefined || !isTaking(dispute)) return [];
  const report = (name: StripeReport['name'], amount: number): StripeReport => ({
    name,
    reference,
    dispute_id: dispute.id,
    payment_id: undefined,
    ...fromStripe(amount, dispute.currency),
  });
  const back = reinstatedOf(dispute);
  const disputed = report('payment.disputed', dispute.amount);
  return back > 0 ? [disputed, report('payment.dispute_won', back)] : [disputed];
}

/** Whether money was withdrawn. */
const isTaking = ({ status, balance_transactions }: Stripe.Dispute) =>
  !(status.startsWith('warning_') || status === 'prevented') ||
  balance_transactions.some(({ amount }) => amount < 0);

/** How much of a dispute came back, in its own currency: banks may let a part of it stand. */
function reinstatedOf({ status, amount, currency, balance_transactions }: Stripe.Dispute): number {
  const all = status === 'won' ? amount : 0;
  const given = balance_transactions.filter((each) => each.amount > 0);
  if (given.length === 0) return all;
  const of = given[0]!.currency;
  const back = sum(given.filter((each) => each.currency === of));
  if (of === currency) return Math.min(amount, back);
  // The exchange rate has moved since: that all is back is said by the status, and a part of it is in proportion.
  const withdrawn = -sum(balance_transactions.filter((each) => each.amount < 0 && each.currency === of));
  return all || (withdrawn > 0 ? Math.min(amount, proportion(amount, back, withdrawn)) : amount);
}

const sum = (transactions: Stripe.BalanceTransaction[]) =>
  transactions.reduce((total, { amount }) => total + amount, 0);

/** `amount` × `part` / `whole`, to the nearest. The product may be beyond what a float holds exactly. */
const proportion = (amount: number, part: number, whole: number) =>
  Number((BigInt(amount) * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n));
