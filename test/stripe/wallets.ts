// Customers of an account at Stripe, their cards, and SetupIntents: docs.stripe.com/api/setup_intents.
import type Stripe from 'stripe';
import { Refusal, type Form } from './form.ts';
import { newId, nowSeconds } from './objects.ts';

export const aSetup = (changes: Partial<Stripe.SetupIntent> = {}): Stripe.SetupIntent => {
  const id = changes.id ?? newId('seti');
  return {
    id,
    object: 'setup_intent',
    application: null,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    cancellation_reason: null,
    client_secret: `${id}_secret_x1`,
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: { id: 'pmc_1', parent: null },
    payment_method_options: null,
    payment_method_types: ['card', 'sepa_debit'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
    ...changes,
  } as Stripe.SetupIntent;
};

export function stripeWallets() {
  const customers = new Set<string>();
  const setups = new Map<string, Stripe.SetupIntent>();
  /** Cards that are declined, and why. */
  const declines = new Map<string, string>();

  function known(form: Form): string | null {
    const { customer } = form;
    if (customer === undefined) return null;
    if (typeof customer === 'string' && customers.has(customer)) return customer;
    throw new Refusal(400, { code: 'resource_missing', param: 'customer', message: 'No such customer' });
  }

  const setupOf = (id: string): Stripe.SetupIntent => {
    const found = setups.get(id);
    if (found) return found;
    throw new Refusal(404, { code: 'resource_missing', param: 'intent', message: `No such setupintent` });
  };

  return {
    declines,
    newCard: () => newId('pm'),
    /** What a PaymentIntent has of a wallet. */
    fieldsOf: (form: Form): Partial<Stripe.PaymentIntent> => ({
      customer: known(form),
      payment_method: (form['payment_method'] as string | undefined) ?? null,
      setup_future_usage: (form['setup_future_usage'] as 'off_session' | undefined) ?? null,
    }),
    /** The donor gives a card on the form of a SetupIntent. */
    giveCard(setup_id: string): string {
      const payment_method = newId('pm');
      Object.assign(setupOf(setup_id), { status: 'succeeded', payment_method });
      return payment_method;
    },
    /** The answer to a request about wallets; undefined for any other. */
    api(path: string, form: Form): object | undefined {
      if (path === 'POST /v1/customers') {
        const id = newId('cus');
        customers.add(id);
        return {
          id,
          object: 'customer',
          created: nowSeconds(),
          livemode: false,
          metadata: form['metadata'] ?? {},
        };
      }
      if (path === 'POST /v1/setup_intents') {
        const made = aSetup({ customer: known(form) });
        setups.set(made.id, made);
        return made;
      }
      const [, id] = /^GET \/v1\/setup_intents\/(\w+)$/.exec(path) ?? [];
      return id === undefined ? undefined : setupOf(id);
    },
  };
}
