// The rules of a mandate, a saved card; and of the payments that save or charge it. Pure functions.
import type { Mandate, MessageOf, Payload } from '#contracts';
import { addMs } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import type { PaymentMessage, PaymentState } from './payment-state.rules.ts';
import { open } from './payment.rules.ts';

type MandateDecision = Decision<Mandate, MessageOf<'payments'>>;

/** A payment is to be made, which may save a card, or charge one. */
export function openWith(
  known: PaymentState | undefined,
  {
    mandate,
    ...wanted
  }: Parameters<typeof open>[1] & { mandate: Payload<'pledge.created'>['mandate'] | undefined },
  context: CommandContext,
): Decision<PaymentState, PaymentMessage> {
  const opened = open(known, wanted, context);
  if (known || !mandate) return opened;
  const recorded = opened.recording('mandate_payments', { payment_id: context.key, ...mandate });
  return mandate.use === 'charge'
    ? recorded.scheduling('payments.charge', context.key, context.now)
    : recorded;
}

/** Somebody wants to give regularly: their card will be saved. */
export function openMandate(
  known: Mandate | undefined,
  { subscription_id, provider }: Pick<Mandate, 'subscription_id' | 'provider'>,
  { key, now }: CommandContext,
): MandateDecision {
  return becomes(
    known ?? {
      id: key,
      subscription_id,
      provider,
      status: 'PENDING',
      customer: null,
      method: null,
      set_up: null,
      created_at: now,
      version: 0,
    },
  );
}

// Longer than most take to type a card; who is led back to the platform does not wait for it.
const ASKED_FIRST_MS = 60_000;

/** The donor is about to give another card. */
export function setMandateUp(
  mandate: Mandate,
  { set_up }: { set_up: string },
  { now }: CommandContext,
): MandateDecision {
  return becomes<Mandate>(set_up === mandate.set_up ? mandate : { ...mandate, set_up }).scheduling(
    'payments.save_mandate',
    mandate.id,
    addMs(now, ASKED_FIRST_MS),
    { mandate_id: mandate.id },
  );
}

/** The provider keeps this card. */
export function saveCard(
  mandate: Mandate,
  { customer, method }: Pick<Mandate, 'customer'> & { method: string },
): MandateDecision {
  if (mandate.method === method) return becomes(mandate);
  const { id: mandate_id, subscription_id } = mandate;
  return becomes<Mandate>({ ...mandate, customer, method, status: 'SAVED' }).publishing('mandate.saved', {
    mandate_id,
    subscription_id,
  });
}
