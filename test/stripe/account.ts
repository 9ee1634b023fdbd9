// An account at Stripe: requests over the API, and acts of donors and banks. Each change is published as an event.
import type Stripe from 'stripe';
import { Refusal, type Form } from './form.ts';
import { stripeWallets } from './wallets.ts';
import { aBalanceTransaction, aCharge, aDispute, aRefund, anEvent, anIntent } from './objects.ts';

export type Account = ReturnType<typeof stripeAccount>;

export function stripeAccount(onEvent: (event: Stripe.Event) => void) {
  const intents = new Map<string, Stripe.PaymentIntent>();
  const charges = new Map<string, Stripe.Charge>();
  const transactions = new Map<string, Stripe.BalanceTransaction>();
  const refunds: Stripe.Refund[] = [];
  const disputes: Stripe.Dispute[] = [];
  const wallets = stripeWallets();

  const intent = (id: string) => intents.get(id) ?? missing('payment_intent', id);
  const chargeOf = (id: string) => charges.get(intent(id).latest_charge as string)!;
  const publish = (type: string, object: object) => onEvent(anEvent(type, structuredClone(object)));

  function change(id: string, type: string, changes: Partial<Stripe.PaymentIntent>) {
    const changed = Object.assign(intent(id), changes);
    publish(type, changed);
    return changed;
  }

  /** Captured or held money. A charge copies the metadata of its PaymentIntent when it is created. */
  function charge(id: string, captured: boolean) {
    const { amount, currency, metadata } = intent(id);
    const made = aCharge({ amount, currency, metadata: { ...metadata }, payment_intent: id, captured });
    const transaction = aBalanceTransaction({ amount, currency, source: made.id });
    transactions.set(transaction.id, transaction);
    charges.set(made.id, Object.assign(made, { balance_transaction: captured ? transaction.id : null }));
    publish('charge.succeeded', made);
    return made.id;
  }

  function pay(id: string) {
    const latest_charge = charge(id, true);
    const { amount: amount_received, setup_future_usage, payment_method } = intent(id);
    const saved = setup_future_usage === null ? payment_method : wallets.newCard();
    return change(id, 'payment_intent.succeeded', {
      status: 'succeeded',
      latest_charge,
      amount_received,
      payment_method: saved,
    });
  }

  function decline(id: string, decline_code = 'generic_decline') {
    const code = decline_code === AUTHENTICATION ? decline_code : 'card_declined';
    return change(id, 'payment_intent.payment_failed', {
      status: 'requires_payment_method',
      last_payment_error: { type: 'card_error', code, decline_code, message: 'Your card was declined.' },
    });
  }

  /** A saved card is charged while nobody is there: docs.stripe.com/payments/save-and-reuse. */
  function confirm({ id, payment_method }: Stripe.PaymentIntent) {
    const reason = wallets.declines.get(payment_method as string);
    if (reason === undefined) return pay(id);
    const payment_intent = decline(id, reason);
    const { message, ...error } = payment_intent.last_payment_error!;
    throw new Refusal(402, { ...error, message: message!, payment_intent });
  }

  function refund(id: string, amount: number, metadata: Record<string, string>, status: string) {
    const { currency, status: standing } = intent(id);
    if (standing !== 'succeeded')
      throw new Refusal(400, { code: 'payment_intent_unexpected_state', message: `It is ${standing}` });
    const from = chargeOf(id);
    if (from.refunded)
      throw new Refusal(400, { code: 'charge_already_refunded', message: `Charge ${from.id} is refunded` });
    if (from.amount_refunded + amount > from.amount)
      throw new Refusal(400, { param: 'amount', message: 'Refund amount is greater than unrefunded amount' });
    if (from.disputed)
      throw new Refusal(400, { code: 'charge_disputed', message: 'It has been charged back' });
    const made = aRefund({ amount, currency, charge: from.id, payment_intent: id, metadata, status });
    refunds.push(made);
    const amount_refunded = from.amount_refunded + amount;
    Object.assign(from, { amount_refunded, refunded: amount_refunded === from.amount });
    publish('refund.created', made);
    publish('charge.refunded', from);
    return made;
  }

  /** Moves money of the balance by a dispute. */
  function move(dispute: Stripe.Dispute, what: string, amount: number) {
    dispute.balance_transactions.push(aBalanceTransaction({ amount, currency: dispute.currency, fee: 0 }));
    publish(`charge.dispute.${what}`, dispute);
  }

  const api = {
    create(form: Form): Stripe.PaymentIntent {
      const [amount, currency] = [numberOf(form, 'amount'), textOf(form, 'currency')];
      if (!KNOWN.has(currency))
        throw new Refusal(400, { param: 'currency', message: `Invalid currency: ${currency}` });
      if (currency === 'eur' && amount < 50)
        throw new Refusal(400, {
          code: 'amount_too_small',
          param: 'amount',
          message: 'Amount must be at least €0.50 eur',
        });
      const metadata = (form['metadata'] ?? {}) as Record<string, string>;
      const made = anIntent({ amount, currency, metadata, ...wallets.fieldsOf(form) });
      intents.set(made.id, made);
      publish('payment_intent.created', made);
      return form['confirm'] === 'true' ? confirm(made) : made;
    },
    wallets: wallets.api,
    /** Newest first. */
    intentsOf: (customer: string) =>
      [...intents.values()].filter((each) => each.customer === customer).reverse(),
    retrieve(id: string, expand: string[] = []): object {
      const found = intent(id);
      if (!expand.includes('latest_charge.balance_transaction') || !found.latest_charge) return found;
      const its = chargeOf(id);
      const balance_transaction = transactions.get(its.balance_transaction as string) ?? null;
      return { ...found, latest_charge: { ...its, balance_transaction } };
    },
    capture(id: string): Stripe.PaymentIntent {
      const { status, amount } = intent(id);
      if (status !== 'requires_capture') throw unexpected(intent(id), 'captured');
      const its = chargeOf(id);
      Object.assign(its, { captured: true });
      return change(id, 'payment_intent.succeeded', {
        status: 'succeeded',
        amount_capturable: 0,
        amount_received: amount,
      });
    },
    cancel(id: string): Stripe.PaymentIntent {
      if (['succeeded', 'canceled', 'processing'].includes(intent(id).status))
        throw unexpected(intent(id), 'canceled');
      return change(id, 'payment_intent.canceled', { status: 'canceled', amount_capturable: 0 });
    },
    refund(form: Form, status: string): Stripe.Refund {
      const metadata = (form['metadata'] ?? {}) as Record<string, string>;
      return refund(textOf(form, 'payment_intent'), numberOf(form, 'amount'), metadata, status);
    },
    refundsOf: (id: string) => refunds.filter((each) => each.payment_intent === id).reverse(),
    disputesOf: (id: string) => disputes.filter((each) => each.payment_intent === id).reverse(),
    charge: (id: string) => charges.get(id) ?? missing('charge', id),
    dispute: (id: string) => disputes.find((each) => each.id === id) ?? missing('dispute', id),
    refundById: (id: string) => refunds.find((each) => each.id === id) ?? missing('refund', id),
  };

  return {
    /** The first status of the next refunds: cards' succeed, others' are pending. */
    refund_status: 'succeeded',
    intents,
    refunds,
    disputes,
    api,

    /** The donor pays, and the money is captured at once. */
    pay,
    /** The donors' saved cards. */
    wallets,
    /** The donor agrees to a hold. */
    hold(id: string) {
      const [latest_charge, amount_capturable] = [charge(id, false), intent(id).amount];
      return change(id, 'payment_intent.amount_capturable_updated', {
        status: 'requires_capture',
        latest_charge,
        amount_capturable,
      });
    },
    /** The donor agrees to a debit, which takes days. */
    process: (id: string) => change(id, 'payment_intent.processing', { status: 'processing' }),
    decline,
    refundInDashboard: (id: string, amount: number, metadata: Record<string, string> = {}) =>
      refund(id, amount, metadata, 'succeeded'),
    endRefund(refund_id: string, status: 'succeeded' | 'failed') {
      const found = api.refundById(refund_id);
      Object.assign(found, { status });
      if (status === 'failed') publish('refund.failed', found);
      publish('refund.updated', found);
    },
    dispute(id: string, status: Stripe.Dispute.Status = 'needs_response') {
      const from = chargeOf(id);
      const { currency } = from;
      const amount = from.amount - from.amount_refunded;
      const made = aDispute({ amount, currency, charge: from.id, payment_intent: id, status });
      disputes.push(made);
      Object.assign(from, { disputed: true });
      publish('charge.dispute.created', made);
      if (!status.startsWith('warning_')) move(made, 'funds_withdrawn', -amount);
      return made;
    },
    /** `reinstated`: a bank may give back a part of what it took. */
    closeDispute(id: string, status: 'won' | 'lost', reinstated?: number) {
      const found = api.dispute(id);
      Object.assign(found, { status });
      publish('charge.dispute.closed', found);
      const amount = reinstated ?? (status === 'won' ? found.amount : 0);
      if (amount > 0) move(found, 'funds_reinstated', amount);
    },
    /** Makes the money of a payment available for payouts. Stripe has no event for that of one payment. */
    makeAvailable(id: string) {
      Object.assign(transactions.get(chargeOf(id).balance_transaction as string)!, { status: 'available' });
    },
  };
}

const AUTHENTICATION = 'authentication_required';

const KNOWN = new Set(['eur', 'usd', 'jpy', 'kwd', 'isk', 'ugx', 'mga']);

function missing(what: string, id: string): never {
  throw new Refusal(404, { code: 'resource_missing', param: 'intent', message: `No such ${what}: '${id}'` });
}

const unexpected = (payment_intent: Stripe.PaymentIntent, what: string) =>
  new Refusal(400, {
    code: 'payment_intent_unexpected_state',
    payment_intent,
    message: `This PaymentIntent could not be ${what} because it has a status of ${payment_intent.status}.`,
  });

function textOf(form: Form, field: string): string {
  const value = form[field];
  if (typeof value === 'string' && value) return value;
  throw new Refusal(400, {
    code: 'parameter_missing',
    param: field,
    message: `Missing required param: ${field}.`,
  });
}

function numberOf(form: Form, field: string): number {
  const text = textOf(form, field);
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Refusal(400, {
    code: 'parameter_invalid_integer',
    param: field,
    message: `Invalid integer: ${text}`,
  });
}
