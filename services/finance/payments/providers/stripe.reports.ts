// What Stripe's objects and events mean, in the platform's words. Pure.
import type Stripe from 'stripe';
import type { Report } from '../payment-state.rules.ts';
import { fromStripe } from './stripe.amounts.ts';
import { disputeReports } from './stripe.disputes.ts';
import { refundReport } from './stripe.refunds.ts';
import { because, idOfOurs, type StripeReport } from './stripe.report.ts';

/** What an event reports, refunds by Stripe's ids; nothing where it moves no payment, or none of ours. */
export function eventToReports(event: Stripe.Event): StripeReport[] {
  switch (event.type) {
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.processing':
    case 'payment_intent.succeeded':
    case 'payment_intent.canceled':
      return ours(intentReport(event.data.object));
    case 'payment_intent.payment_failed':
      return ours(declined(event.data.object));
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_reinstated':
      return disputeReports(event.data.object);
    default: {
      const refund = refundIn(event);
      return listed(refund && refundReport(refund));
    }
  }
}

/** The refund that an event is about. Not charge.refunded's: that tells the sum of all refunds, and of none which it was. */
export function refundIn(event: Stripe.Event): Stripe.Refund | undefined {
  switch (event.type) {
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return event.data.object;
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
      return intent.last_payment_error ? declined(intent) : undefined;
    default:
      return undefined;
  }
}

/** Stripe's message is for the donor's eyes; a code is better than nothing. */
function declined(intent: Stripe.PaymentIntent): StripeReport {
  const { message, decline_code, code } = intent.last_payment_error ?? {};
  return { ...of(intent, 'payment.failed'), ...because(message ?? decline_code ?? code) };
}

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

const listed = (report: StripeReport | undefined) => (report ? [report] : []);

/** One account of Stripe's may serve others too: their PaymentIntents don't name a payment of ours. */
const ours = (report: StripeReport | undefined) =>
  listed(report?.payment_id === undefined ? undefined : report);
