// Stripe: PaymentIntents through its official library. A payment's `reference` is its PaymentIntent's id.
import type { StripeSettings } from '#config';
import type { Mandate, Payment } from '#contracts';
import { fail } from '#lib/errors';
import Stripe from 'stripe';
import type { Report } from '../payment-state.rules.ts';
import { stripePage, type StripePage } from '../stripe.page.ts';
import type { Provider, RawWebhook, Verified } from './provider.ts';
import { toStripe } from './stripe.amounts.ts';
import { isMissing, isStripeError, refused, whileWaiting } from './stripe.errors.ts';
import { stripeCardPageOf, metadataOf, savingCard, stripeMandates } from './stripe.mandates.ts';
import {
  disputeReports,
  eventToReport,
  intentReport,
  refundReport,
  settlementReport,
  type StripeReport,
} from './stripe.reports.ts';

export interface StripeProvider extends Provider {
  /** The page with Stripe's form. Throws PAYMENT_NOT_FOUND before there is a checkout, PROVIDER_REFUSED, UNAVAILABLE. */
  page(payment: Payment): Promise<StripePage>;
  /** The page for another card. Throws MANDATE_NOT_FOUND before it is set up, PROVIDER_REFUSED, UNAVAILABLE. */
  cardPage(mandate: Mandate): Promise<StripePage>;
}

// Stripe answers within 3 s as a rule. Five calls after one another, as a refund may take, end within a deadline's lease.
const TIMEOUT_MS = 5000;

export function stripe(
  settings: StripeSettings,
  public_url: string,
  timeout_ms: number = TIMEOUT_MS,
): StripeProvider {
  const api = clientOf(settings, timeout_ms);
  return {
    name: 'stripe',
    reports_settlement: false,

    async checkout(_service, payment, mandate_id) {
      // Stripe forgets an idempotency key after a day; who knows the PaymentIntent makes no second one.
      const reference = payment.reference ?? (await openIntent(api, payment, mandate_id));
      return { location: `${public_url}/pay/${payment.purpose.id}/stripe`, reference };
    },

    // Neither needs a key of ours: done twice, they are done once, and a key would repeat a refusal that has passed.
    capture: async (_service, payment) =>
      settled(
        api,
        payment,
        api.paymentIntents.capture(referenceOf(payment)).then((intent) => [intentReport(intent)]),
        ({ name }) => name === 'payment.captured' || name === 'payment.voided',
      ),

    async void(_service, payment) {
      // A donor meets a PaymentIntent only once we know it: one that we don't know can't be paid.
      if (payment.reference === null) return named(payment, [voidOf(payment)]);
      return settled(
        api,
        payment,
        api.paymentIntents.cancel(payment.reference).then((intent) => [intentReport(intent)]),
        ({ name }) => name === 'payment.voided' || name === 'payment.captured',
      );
    },

    async refund(_service, payment, { refund_id, amount }) {
      const { id: payment_id, currency } = payment;
      const payment_intent = referenceOf(payment);
      // Stripe forgets an idempotency key after a day, and a bank may take longer over a refund: asked again, it was another.
      const known = await findRefund(api, payment_intent, refund_id);
      if (known) return named(payment, [refundReport(known)]);
      const refund = {
        payment_intent,
        amount: toStripe({ amount, currency }),
        metadata: { refund_id, payment_id },
      };
      return settled(
        api,
        payment,
        api.refunds.create(refund, { idempotencyKey: refund_id }).then((made) => [refundReport(made)]),
        (report) => report.refund_id === refund_id,
      );
    },

    query: (_service, payment) => query(api, payment),

    verify: (webhook) => verifiedOf(eventOf(api, settings.webhook_secrets, webhook)),
    read: ({ body }) => verifiedOf(JSON.parse(body) as Stripe.Event),

    mandates: stripeMandates(api, public_url),
    cardPage: (mandate) => stripeCardPageOf(api, mandate, settings.publishable_key, public_url),
    page: (payment) =>
      pageOf(api, payment, settings.publishable_key, `${public_url}/pay/${payment.purpose.id}`),
  };
}

// The library asks nothing again, but for a donor who waits and where a connection was stale: a deadline does, and asks first
// what came of it.
function clientOf({ secret_key, api_url }: StripeSettings, timeout_ms: number): Stripe {
  const { hostname, port, protocol } = new URL(api_url);
  const isTls = protocol === 'https:';
  return new Stripe(secret_key, {
    host: hostname,
    port: port || (isTls ? 443 : 80),
    protocol: isTls ? 'https' : 'http',
    timeout: timeout_ms,
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

async function openIntent(api: Stripe, payment: Payment, mandate_id?: string): Promise<string> {
  const saving = mandate_id === undefined ? {} : await savingCard(api, mandate_id);
  const intent = {
    ...saving,
    amount: toStripe(payment),
    currency: payment.currency.toLowerCase(),
    automatic_payment_methods: { enabled: true },
    metadata: metadataOf(payment),
  };
  const made = api.paymentIntents.create(intent, { idempotencyKey: payment.id, maxNetworkRetries: 2 });
  return (await made.catch(whileWaiting)).id;
}

async function pageOf(api: Stripe, payment: Payment, publishable_key: string, return_url: string) {
  const { reference, amount, currency, purpose } = payment;
  if (reference === null) throw fail('PAYMENT_NOT_FOUND', { purpose_id: purpose.id });
  const { client_secret, status } = await api.paymentIntents.retrieve(reference).catch(whileWaiting);
  return stripePage({ amount, currency, status, client_secret, publishable_key, return_url });
}

/** What came of what was asked. If that turns out to be settled already, by this or by something else, says how. */
async function settled(
  api: Stripe,
  payment: Payment,
  asked: Promise<(StripeReport | undefined)[]>,
  isSettling: (report: Report) => boolean,
): Promise<Report[]> {
  try {
    return named(payment, await asked);
  } catch (error) {
    if (!isStripeError(error)) throw error;
    const reports = await query(api, payment);
    if (reports.some(isSettling)) return reports;
    throw refused(error);
  }
}

async function query({ paymentIntents, refunds, disputes }: Stripe, payment: Payment): Promise<Report[]> {
  const { reference } = payment;
  if (reference === null) return [];
  const intent = await paymentIntents
    .retrieve(reference, { expand: ['latest_charge.balance_transaction'] })
    .catch((error: unknown) => (isMissing(error) ? undefined : rethrow(error)));
  if (!intent) return [];
  const reports = [intentReport(intent), settlementReport(intent)];
  const its = { payment_intent: reference, limit: PAGE };
  for await (const refund of refunds.list(its)) reports.push(refundReport(refund));
  for await (const dispute of disputes.list(its)) reports.push(...disputeReports(dispute));
  return named(payment, reports);
}

async function findRefund({ refunds }: Stripe, payment_intent: string, refund_id: string) {
  for await (const refund of refunds.list({ payment_intent, limit: PAGE }))
    if (refund.metadata?.['refund_id'] === refund_id) return refund;
  return undefined;
}

// The most that Stripe lists at once; the library asks for the pages that follow.
const PAGE = 100;

/** Throws WEBHOOK_SIGNATURE_INVALID, also for one signed more than 5 minutes ago, and BODY_UNREADABLE. */
function eventOf(api: Stripe, secrets: string[], { headers, body }: RawWebhook): Stripe.Event {
  for (const secret of secrets) {
    try {
      return checked(api.webhooks.constructEvent(body, headers['stripe-signature'] ?? '', secret));
    } catch (error) {
      // Another may have signed it. Any other error is about what was signed.
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw fail('BODY_UNREADABLE');
    }
  }
  throw fail('WEBHOOK_SIGNATURE_INVALID');
}

// What is kept of every event, of whatever type: text that any column holds.
const isName = (value: unknown) => typeof value === 'string' && /^[\x20-\x7e]{1,255}$/.test(value);

function checked(event: Stripe.Event): Stripe.Event {
  if (!isName(event.id) || !isName(event.type)) throw fail('BODY_UNREADABLE');
  return event;
}

const verifiedOf = (event: Stripe.Event): Verified => ({
  webhook_id: event.id,
  type: event.type,
  report: reportIn(event),
});

/** Throws BODY_UNREADABLE for an object that is not as Stripe publishes it. */
function reportIn(event: Stripe.Event): StripeReport | undefined {
  try {
    const report = eventToReport(event);
    if (!report || Number.isSafeInteger(report.amount)) return report;
  } catch {
    // A field that is always there is not.
  }
  throw fail('BODY_UNREADABLE');
}

/** They are of this payment: it was asked for. */
const named = ({ id }: Payment, reports: (StripeReport | undefined)[]): Report[] =>
  reports.flatMap((report) => {
    if (!report) return [];
    const { reference: _, ...rest } = report;
    return [{ ...rest, payment_id: id } satisfies Report];
  });

const voidOf = ({ id, amount, currency }: Payment): StripeReport => ({
  name: 'payment.voided',
  payment_id: id,
  reference: '',
  amount,
  currency,
});

/** Money can't have moved before there was a checkout. */
function referenceOf({ reference }: Payment): string {
  if (reference === null) throw fail('PROVIDER_REFUSED', { reason: 'no_checkout' });
  return reference;
}

function rethrow(error: unknown): never {
  throw error;
}
