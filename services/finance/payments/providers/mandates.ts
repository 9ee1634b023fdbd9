// The port to payment providers, for saved cards.
import type { Mandate, Payment } from '#contracts';
import type { Service } from '#lib/service';
import type { Report } from '../payment-state.rules.ts';

/** A card that a provider keeps. */
export type SavedCard = Pick<Mandate, 'customer'> & { method: string };

/** What has become of a charge by now; the rest comes by webhook. */
export interface Charge {
  /** The provider's own name of the payment; null where it uses ours. */
  reference: string | null;
  reports: Report[];
}

export interface MandateProvider {
  /** The card that this payment saved, or without one, that the donor has given in its place; undefined: none yet. */
  saved(service: Service, mandate: Mandate, payment: Payment | undefined): Promise<SavedCard | undefined>;
  /** Where a donor gives another card, and the provider's name of that. */
  setUp(service: Service, mandate: Mandate): Promise<{ url: string; set_up: string }>;
  /**
   * Charges the card while nobody is there: once for a payment, however often. A refusal is a report that the payment failed.
   * Throws what left the outcome unknown.
   */
  charge(service: Service, payment: Payment, mandate: Mandate): Promise<Charge>;
  /** What became of a charge whose outcome nobody knows; undefined where the provider has never heard of it. */
  charged(service: Service, payment: Payment, mandate: Mandate): Promise<Charge | undefined>;
}

/** The charge was refused. */
export const declined = (
  { id: payment_id, amount, currency }: Payment,
  reason: string,
  reference: string | null = null,
): Charge => ({ reference, reports: [{ name: 'payment.failed', payment_id, amount, currency, reason }] });
