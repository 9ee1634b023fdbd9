import type { MessageOf, Payment } from '#contracts';
import type { Facts } from '#machines/finance/facts';

/** A payment as it is kept: with all that its provider has reported, and what is reserved for refunds, by refund. */
export type PaymentState = Payment & { facts: Facts; holds: Record<string, number> };

/** What payments publish. */
export type PaymentMessage = MessageOf<'payments'>;
