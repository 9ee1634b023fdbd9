// Which of Stripe's refunds are ours. Pure.
import type { Refund } from '#contracts';
import type Stripe from 'stripe';
import type { Report } from '../payment-state.rules.ts';
import { fromStripe } from './stripe.amounts.ts';
import { because, idIn, idOfOurs, type StripeReport } from './stripe.report.ts';

/** A refund that the platform asked for. */
type Asked = Pick<Refund, 'refund_id' | 'amount'>;

/** What became of a refund, by Stripe's own id; undefined while it is on its way. One that had arrived may still come back as failed. */
export function refundReport(refund: Stripe.Refund): StripeReport | undefined {
  const name = refund.status === null ? undefined : REFUNDS.get(refund.status);
  const reference = idIn(refund.payment_intent);
  if (!name || reference === undefined) return undefined;
  return {
    name,
    reference,
    refund_id: refund.id,
    payment_id: idOfOurs(refund.metadata?.['payment_id']),
    // A code in words of its own, such as `expired_or_canceled_card`.
    ...because(refund.failure_reason?.replaceAll('_', ' ')),
    ...fromStripe(refund.amount, refund.currency),
  };
}

/** Whether a refund says of itself that it is one of those: who makes another by hand may have copied what ours says. */
export const isClaiming = ({ metadata, amount, currency }: Stripe.Refund, asked: readonly Asked[]): boolean =>
  asked.some(
    ({ refund_id, amount: wanted }) =>
      metadata?.['refund_id'] === refund_id && fromStripe(amount, currency).amount === wanted,
  );

/** Stripe's refund that is the one we asked for: the first of its id and amount. `refunds` are all of the payment, newest first. */
export const refundOfOurs = (refunds: readonly Stripe.Refund[], asked: Asked): Stripe.Refund | undefined =>
  refunds.findLast((refund) => isClaiming(refund, [asked]));

/** What became of one of all refunds of a payment: of ours by our id, of another by Stripe's. */
export function reportOn(
  refund: Stripe.Refund,
  all: readonly Stripe.Refund[],
  asked: readonly Asked[],
): StripeReport[] {
  const report = refundReport(refund);
  const ours = asked.find((each) => refundOfOurs(all, each)?.id === refund.id);
  return report ? [{ ...report, refund_id: ours?.refund_id ?? refund.id }] : [];
}

export const refundReports = (refunds: readonly Stripe.Refund[], asked: readonly Asked[]): StripeReport[] =>
  refunds.flatMap((refund) => reportOn(refund, refunds, asked));

const REFUNDS = new Map<string, Report['name']>([
  ['succeeded', 'payment.refunded'],
  ['failed', 'payment.refund_failed'],
  ['canceled', 'payment.refund_failed'],
]);
