// What Stripe's objects and events mean, in the platform's words. Pure.
import type Stripe from 'stripe';
import type { Report } from '../payment-state.rules.ts';
import type { ProviderReport } from './provider.ts';
import { fromStripe } from './stripe.amounts.ts';

/**
 * A report of Stripe's. `reference` is the PaymentIntent's id. `payment_id` is undefined where Stripe doesn't tell ours:
 * disputes, and refunds made in its dashboard, carry nothing of the payment's metadata.
 */
export type StripeReport = ProviderReport & { reference: string };

/** What an event reports; undefined for one that moves no payment, or none of ours. */
export function eventToReport(event: Stripe.Event): StripeReport | undefined {
  switch (event.type) {
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.processing':
    case 'payment_intent.succeeded':
    case 'payment_intent.canceled':
      return ours(intentReport(event.data.object));
    case 'payment_intent.payment_failed':
      return ours(failureOf(event.data.object));
    // Not charge.refunded: that tells the sum of all refunds, and of none which it was.
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return refundReport(event.data.object);
    case 'charge.dispute.created':
      return disputeReport(event.data.object);
    case 'charge.dispute.funds_withdrawn':
      return withDispute(event.data.object, 'payment.disputed');
    case 'charge.dispute.closed':
      return event.data.object.status === 'won'
        ? withDispute(event.data.object, 'payment.dispute_won')
        : undefined;
    case 'charge.dispute.funds_reinstated':
      return withDispute(event.data.object, 'payment.dispute_won');
    default:
      return undefined;
  }
}

/** Where a PaymentIntent stands; undefined while its donor has still to pay. */
export function intentReport(intent: Stripe.PaymentIntent): StripeReport | undefined {
  switch (intent.status) {
    // A bank that takes days has the donor's word, as with a hold: only the money is missing.
    case 'processing':
    case 'requires_capture':
      return of(intent, 'payment.authorized');
    case 'succeeded':
      return of(intent, 'payment.captured', intent.amount_received);
    case 'canceled':
      return of(intent, 'payment.voided');
    // Declined, and open for another try: if that succeeds, a capture outranks the failure.
    case 'requires_payment_method':
      return intent.last_payment_error ? failureOf(intent) : undefined;
    default:
      return undefined;
  }
}

/** A declined attempt, and why. */
function failureOf(intent: Stripe.PaymentIntent): StripeReport {
  const { decline_code, code } = intent.last_payment_error ?? {};
  const reason = decline_code ?? code;
  const failure = of(intent, 'payment.failed');
  return reason === undefined ? failure : { ...failure, reason };
}

/** What became of a refund; undefined while it is on its way. One that had arrived may still come back as failed. */
export function refundReport(refund: Stripe.Refund): StripeReport | undefined {
  const name = refund.status === null ? undefined : REFUNDS.get(refund.status);
  const reference = idIn(refund.payment_intent);
  if (!name || reference === undefined) return undefined;
  const { refund_id = refund.id, payment_id } = refund.metadata ?? {};
  return {
    name,
    reference,
    refund_id,
    payment_id: idOfOurs(payment_id),
    ...fromStripe(refund.amount, refund.currency),
  };
}

/** A dispute that has taken the money; undefined for a bank's mere question, which takes none. */
function disputeReport(dispute: Stripe.Dispute): StripeReport | undefined {
  if (dispute.status.startsWith('warning_') || dispute.status === 'prevented') return undefined;
  return withDispute(dispute, 'payment.disputed');
}

/** All that is known of a dispute. */
export const disputeReports = (dispute: Stripe.Dispute): (StripeReport | undefined)[] => [
  disputeReport(dispute),
  dispute.status === 'won' ? withDispute(dispute, 'payment.dispute_won') : undefined,
];

/**
 * Whether the money of a payment has arrived in Stripe's balance: no webhook tells that. Less what Stripe keeps, where it
 * keeps accounts in the payment's currency; else what was captured. `latest_charge.balance_transaction` must be expanded.
 */
export function settlementReport(intent: Stripe.PaymentIntent): StripeReport | undefined {
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === 'string' || !charge.captured) return undefined;
  const settled = charge.balance_transaction;
  if (settled === null || typeof settled === 'string' || settled.status !== 'available') return undefined;
  const isSame = settled.currency === intent.currency;
  return of(intent, 'settlement.confirmed', isSame ? settled.net : charge.amount_captured);
}

const REFUNDS = new Map<string, Report['name']>([
  ['succeeded', 'payment.refunded'],
  ['failed', 'payment.refund_failed'],
  ['canceled', 'payment.refund_failed'],
]);

const of = (
  { id, amount, currency, metadata }: Stripe.PaymentIntent,
  name: Report['name'],
  moved = amount,
): StripeReport => ({
  name,
  reference: id,
  payment_id: idOfOurs(metadata['payment_id']),
  ...fromStripe(moved, currency),
});

function withDispute(dispute: Stripe.Dispute, name: Report['name']): StripeReport | undefined {
  const reference = idIn(dispute.payment_intent);
  if (reference === undefined) return undefined;
  return {
    name,
    reference,
    dispute_id: dispute.id,
    payment_id: undefined,
    ...fromStripe(dispute.amount, dispute.currency),
  };
}

/** One account of Stripe's may serve others too: their PaymentIntents don't name a payment of ours. */
const ours = (report: StripeReport | undefined) => (report?.payment_id === undefined ? undefined : report);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idOfOurs = (id: string | undefined) => (id !== undefined && UUID.test(id) ? id : undefined);

/** Stripe names a thing, or holds it out whole. */
const idIn = (thing: string | { id: string } | null): string | undefined =>
  typeof thing === 'string' ? thing : thing?.id;
