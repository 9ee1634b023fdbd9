// Stripe's webhooks: events with the object that changed (snapshots), and thin ones, which only name it.
import type { Payment } from '#contracts';
import { fail } from '#lib/errors';
import Stripe from 'stripe';
import type { Report } from '../payment-state.rules.ts';
import { contentOf, type PaymentName, type RawWebhook, type Verified } from './provider.ts';
import { isMissing, whileWaiting } from './stripe.errors.ts';
import { isClaiming } from './stripe.refunds.ts';
import { idIn, type StripeReport } from './stripe.report.ts';
import { eventToReports, refundIn } from './stripe.reports.ts';

/** What is asked of Stripe about a payment. */
export interface Inquiry {
  /** All that has become of it. */
  all(payment: Payment): Promise<Report[]>;
  /** What became of this refund of it, which may be one that we asked for. */
  refund(payment: Payment, refund: Stripe.Refund): Promise<Report[]>;
  /** The PaymentIntent of a thing that Stripe names. */
  intentOf(related: Related): Promise<string | undefined>;
}

/** A thin event: docs.stripe.com/event-destinations#thin-payload. */
interface ThinEvent {
  object: 'v2.core.event';
  id: string;
  type: string;
  related_object?: Related | null;
}

interface Related {
  id: string;
  type: string;
}

/** Throws WEBHOOK_SIGNATURE_INVALID, also for one signed more than 5 minutes ago, and BODY_UNREADABLE. */
export function verifiedEvent(
  { webhooks }: Stripe,
  secrets: string[],
  { headers, body }: RawWebhook,
  ask: Inquiry,
): Verified {
  const header = headers['stripe-signature'] ?? '';
  const isSigned = (secret: string) => {
    try {
      return webhooks.signature!.verifyHeader(body, header, secret, TOLERANCE_S);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
      throw error;
    }
  };
  if (!secrets.some(isSigned)) throw fail('WEBHOOK_SIGNATURE_INVALID');
  return readEvent(body, ask);
}

const TOLERANCE_S = 300;

/** Throws BODY_UNREADABLE for what is not as Stripe publishes it. */
export function readEvent(body: string, ask: Inquiry): Verified {
  const event = parse(body);
  const { id: webhook_id, type } = event;
  if (event.object === 'v2.core.event') {
    const { related_object: related } = event;
    return {
      webhook_id,
      type,
      content: contentOf(type, related),
      about: async () => (related ? nameOf(await ask.intentOf(related).catch(elsewhere)) : undefined),
      reports: (payment) => ask.all(payment).catch(whileWaiting),
    };
  }
  const reports = reportsIn(event);
  return {
    webhook_id,
    type,
    content: contentOf(type, (event as Partial<Stripe.Event>).data?.object),
    about: async () => reports[0],
    async reports(payment) {
      const refund = refundIn(event);
      return refund && isClaiming(refund, payment.refunds)
        ? ask.refund(payment, refund).catch(whileWaiting)
        : named(payment, reports);
    },
  };
}

/** They are of this payment. */
export const named = ({ id }: Payment, reports: StripeReport[]): Report[] =>
  reports.map(({ reference: _, ...report }) => ({ ...report, payment_id: id }));

const nameOf = (reference: string | undefined): PaymentName | undefined =>
  reference === undefined ? undefined : { payment_id: undefined, reference };

/** Stripe knows no such thing, in this mode or on this account. */
function elsewhere(error: unknown): undefined {
  if (!isMissing(error)) whileWaiting(error);
}

// What is kept of every event, of whatever type: text that any column holds.
const isName = (value: unknown) => typeof value === 'string' && /^[\x20-\x7e]{1,255}$/.test(value);

function parse(body: string): Stripe.Event | ThinEvent {
  let event: Partial<Stripe.Event | ThinEvent> | null;
  try {
    event = JSON.parse(body) as typeof event;
  } catch {
    throw fail('BODY_UNREADABLE');
  }
  if (!isName(event?.id) || !isName(event?.type)) throw fail('BODY_UNREADABLE');
  return event as Stripe.Event | ThinEvent;
}

function reportsIn(event: Stripe.Event): StripeReport[] {
  try {
    const reports = eventToReports(event);
    if (reports.every(({ amount }) => Number.isSafeInteger(amount))) return reports;
  } catch {
    // A field that is always there is not.
  }
  throw fail('BODY_UNREADABLE');
}

/** The PaymentIntent of what a thin event names; undefined for what has none. */
export async function intentOf(
  { charges, disputes, refunds }: Stripe,
  { id, type }: Related,
): Promise<string | undefined> {
  switch (type) {
    case 'payment_intent':
      return id;
    case 'charge':
      return idIn((await charges.retrieve(id)).payment_intent);
    case 'dispute':
      return idIn((await disputes.retrieve(id)).payment_intent);
    case 'refund':
      return idIn((await refunds.retrieve(id)).payment_intent);
    default:
      return undefined;
  }
}
