// Saved cards at Stripe: a Customer for each mandate, and the payment method that a first payment or a SetupIntent saved.
import type { Mandate, Payment } from '#contracts';
import { fail } from '#lib/errors';
import type Stripe from 'stripe';
import { stripeCardPage } from '../stripe-card.page.ts';
import type { StripePage } from '../stripe.page.ts';
import { declined, type Charge, type MandateProvider, type SavedCard } from './mandates.ts';
import { toStripe } from './stripe.amounts.ts';
import { isStripeError, reasonOf, whileWaiting } from './stripe.errors.ts';
import { intentReport } from './stripe.reports.ts';

export const stripeMandates = (api: Stripe, public_url: string): MandateProvider => ({
  async saved(_service, { set_up }, payment) {
    if (payment) return payment.reference === null ? undefined : savedBy(api, payment.reference);
    if (set_up === null) return undefined;
    const setup = await api.setupIntents.retrieve(set_up);
    return setup.status === 'succeeded' ? cardOf(setup) : undefined;
  },

  async setUp(_service, mandate) {
    const set_up = (await openSetup(api, mandate)) ?? (await makeSetup(api, mandate).catch(whileWaiting)).id;
    return { url: `${public_url}/mandates/${mandate.id}/card`, set_up };
  },

  async charge(_service, payment, { customer, method }) {
    if (customer === null || method === null) return declined(payment, 'no_saved_card');
    const charge = {
      amount: toStripe(payment),
      currency: payment.currency.toLowerCase(),
      customer,
      payment_method: method,
      off_session: true,
      confirm: true,
      // Nobody is there who could be led away.
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      metadata: metadataOf(payment),
    } as const;
    try {
      return chargeOf(payment, await api.paymentIntents.create(charge, { idempotencyKey: payment.id }));
    } catch (error) {
      if (!isStripeError(error)) throw error;
      return declined(payment, reasonOf(error), error.payment_intent?.id ?? null);
    }
  },

  // Stripe forgets an idempotency key after a day: a PaymentIntent that it knows is looked for, and no second one made.
  async charged(_service, payment, { customer }) {
    if (customer === null) return undefined;
    for await (const intent of api.paymentIntents.list({ customer, limit: PAGE }))
      if (intent.metadata['payment_id'] === payment.id) return chargeOf(payment, intent);
    return undefined;
  },
});

/** The page with Stripe's form for another card. */
export async function stripeCardPageOf(
  api: Stripe,
  { id, set_up }: Mandate,
  publishable_key: string,
  public_url: string,
): Promise<StripePage> {
  if (set_up === null) throw fail('MANDATE_NOT_FOUND', { id });
  const { client_secret, status } = await api.setupIntents.retrieve(set_up).catch(whileWaiting);
  return stripeCardPage({
    status,
    client_secret,
    publishable_key,
    return_url: `${public_url}/mandates/${id}/saved`,
  });
}

/** What makes a PaymentIntent save the card that it is paid with. */
export async function savingCard(api: Stripe, mandate_id: string) {
  const customer = await customerFor(api, mandate_id).catch(whileWaiting);
  return { customer, setup_future_usage: 'off_session' } as const;
}

/** By what a PaymentIntent of ours is known. */
export const metadataOf = ({ id, purpose }: Payment) => ({
  payment_id: id,
  purpose_kind: purpose.kind,
  purpose_id: purpose.id,
});

// The most that Stripe lists at once.
const PAGE = 100;

const customerFor = async ({ customers }: Stripe, mandate_id: string): Promise<string> =>
  (
    await customers.create(
      { metadata: { mandate_id } },
      { idempotencyKey: `customer ${mandate_id}`, maxNetworkRetries: 2 },
    )
  ).id;

async function savedBy({ paymentIntents }: Stripe, reference: string): Promise<SavedCard | undefined> {
  const intent = await paymentIntents.retrieve(reference);
  return intent.status === 'succeeded' || intent.status === 'processing' ? cardOf(intent) : undefined;
}

function cardOf({
  customer,
  payment_method,
}: Pick<Stripe.SetupIntent, 'customer' | 'payment_method'>): SavedCard | undefined {
  if (customer === null || payment_method === null) return undefined;
  return { customer: idOf(customer), method: idOf(payment_method) };
}

const idOf = (thing: string | { id: string }): string => (typeof thing === 'string' ? thing : thing.id);

/** The SetupIntent that the donor began before, while it is open. */
async function openSetup({ setupIntents }: Stripe, { set_up }: Mandate): Promise<string | undefined> {
  if (set_up === null) return undefined;
  const { status } = await setupIntents.retrieve(set_up).catch(whileWaiting);
  return status === 'succeeded' || status === 'canceled' ? undefined : set_up;
}

async function makeSetup(api: Stripe, { id, customer }: Mandate): Promise<Stripe.SetupIntent> {
  const wanted = {
    customer: customer ?? (await customerFor(api, id)),
    usage: 'off_session',
    automatic_payment_methods: { enabled: true },
    metadata: { mandate_id: id },
  } as const;
  return api.setupIntents.create(wanted, { maxNetworkRetries: 2 });
}

/** Where a PaymentIntent stands that was made and confirmed at once; while a bank is at work, nothing is known. */
function chargeOf(payment: Payment, intent: Stripe.PaymentIntent): Charge {
  const report = intentReport(intent);
  if (!report) return { reference: intent.id, reports: [] };
  const { reference, ...rest } = report;
  return { reference, reports: [{ ...rest, payment_id: payment.id }] };
}
