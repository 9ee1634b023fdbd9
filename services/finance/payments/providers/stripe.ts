// Stripe: PaymentIntents through its official library. A payment's `reference` is its PaymentIntent's id.
import type { StripeSettings } from '#config';
import type { Mandate, Payment } from '#contracts';
import { fail } from '#lib/errors';
import Stripe from 'stripe';
import type { Report } from '../payment-state.rules.ts';
import { stripePage, type StripePage } from '../stripe.page.ts';
import type { Provider } from './provider.ts';
import { toStripe } from './stripe.amounts.ts';
import { disputeReports } from './stripe.disputes.ts';
import { isMissing, isStripeError, refused, whileWaiting } from './stripe.errors.ts';
import { stripeCardPageOf, metadataOf, savingCard, stripeMandates } from './stripe.mandates.ts';
import { intentOf, named, readEvent, verifiedEvent, type Inquiry } from './stripe.events.ts';
import { refundOfOurs, refundReports, reportOn } from './stripe.refunds.ts';
import { idIn, type StripeReport } from './stripe.report.ts';
import { intentReport, settlementReport } from './stripe.reports.ts';

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
  const inquiry = inquiryOf(api);
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
        api.paymentIntents.capture(referenceOf(payment)).then(standing),
        ({ name }) => name === 'payment.captured' || name === 'payment.voided',
      ),

    async void(_service, payment) {
      // A donor meets a PaymentIntent only once we know it: one that we don't know can't be paid.
      if (payment.reference === null) return named(payment, [voidOf(payment)]);
      return settled(
        api,
        payment,
        api.paymentIntents.cancel(payment.reference).then(standing),
        ({ name }) => name === 'payment.voided' || name === 'payment.captured',
      );
    },

    async refund(_service, payment, asked) {
      const { refund_id, amount } = asked;
      const { id: payment_id, currency } = payment;
      const payment_intent = referenceOf(payment);
      // Stripe forgets an idempotency key after a day, and a bank may take longer over a refund: asked again, it was another.
      const known = await refundsOf(api, payment_intent);
      const ours = refundOfOurs(known, asked);
      if (ours) return named(payment, reportOn(ours, known, [asked]));
      const refund = {
        payment_intent,
        amount: toStripe({ amount, currency }),
        metadata: { refund_id, payment_id },
      };
      return settled(
        api,
        payment,
        api.refunds
          .create(refund, { idempotencyKey: refund_id })
          .then((made) => reportOn(made, [made, ...known], [asked])),
        (report) => report.refund_id === refund_id,
      );
    },

    query: (_service, payment) => query(api, payment),

    verify: (webhook) => verifiedEvent(api, settings.webhook_secrets, webhook, inquiry),
    read: ({ body }) => readEvent(body, inquiry),

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
  const intent = await api.paymentIntents.retrieve(reference).catch(whileWaiting);
  const { client_secret, status, last_payment_error } = intent;
  const is_declined = last_payment_error !== null;
  return stripePage({ amount, currency, status, is_declined, client_secret, publishable_key, return_url });
}

/** What came of what was asked. If that turns out to be settled already, by this or by something else, says how. */
async function settled(
  api: Stripe,
  payment: Payment,
  asked: Promise<StripeReport[]>,
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

async function query(api: Stripe, payment: Payment): Promise<Report[]> {
  const { reference } = payment;
  if (reference === null) return [];
  const intent = await api.paymentIntents
    .retrieve(reference, { expand: ['latest_charge.balance_transaction'] })
    .catch((error: unknown) => (isMissing(error) ? undefined : rethrow(error)));
  if (!intent) return [];
  const reports = [...standing(intent), ...listed(settlementReport(intent))];
  reports.push(...refundReports(await refundsOf(api, reference), payment.refunds));
  const its = { payment_intent: reference, limit: PAGE };
  for await (const dispute of api.disputes.list(its)) reports.push(...disputeReports(dispute));
  return named(payment, reports);
}

const inquiryOf = (api: Stripe): Inquiry => ({
  all: (payment) => query(api, payment),
  refund: async (payment, refund) =>
    named(payment, reportOn(refund, await refundsOf(api, idIn(refund.payment_intent)!), payment.refunds)),
  intentOf: (related) => intentOf(api, related),
});

/** All of a payment, newest first. */
async function refundsOf({ refunds }: Stripe, payment_intent: string): Promise<Stripe.Refund[]> {
  const all = [];
  for await (const refund of refunds.list({ payment_intent, limit: PAGE })) all.push(refund);
  return all;
}

// The most that Stripe lists at once; the library asks for the pages that follow.
const PAGE = 100;

const listed = (report: StripeReport | undefined) => (report ? [report] : []);

const standing = (intent: Stripe.PaymentIntent) => listed(intentReport(intent));

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
