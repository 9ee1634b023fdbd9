// The words that all reports of Stripe's are made of. Pure.
import type { Report } from '../payment-state.rules.ts';
import { asReason } from './reason.ts';

/**
 * A report of Stripe's. `reference` is the PaymentIntent's id. `payment_id` is undefined where Stripe doesn't tell ours:
 * disputes, and refunds made in its dashboard, carry nothing of the payment's metadata.
 */
export type StripeReport = Omit<Report, 'payment_id'> & { payment_id: string | undefined; reference: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const idOfOurs = (id: string | undefined): string | undefined =>
  id !== undefined && UUID.test(id) ? id : undefined;

/** Stripe names a thing, or holds it out whole. */
export const idIn = (thing: string | { id: string } | null): string | undefined =>
  typeof thing === 'string' ? thing : thing?.id;

/** Why something failed, if Stripe says so. */
export function because(said: string | undefined): { reason?: string } {
  const reason = asReason(said);
  return reason === undefined ? {} : { reason };
}
