// What an error of Stripe's means: that it won't ever do it, or that nobody knows whether it did.
import { fail } from '#lib/errors';
import Stripe from 'stripe';

const { StripeCardError, StripeIdempotencyError, StripeInvalidRequestError } = Stripe.errors;

/** Whether Stripe has looked at a request and will not do it. Else (away, busy, at fault itself) the outcome is unknown. */
export const isStripeError = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof StripeInvalidRequestError ||
  error instanceof StripeCardError ||
  // An id of ours that was used for something else: asked again, it would be refused again.
  error instanceof StripeIdempotencyError;

/** Stripe's codes are at docs.stripe.com/error-codes; where an error has none its type must do. */
export const refused = (error: Stripe.errors.StripeError) =>
  fail('PROVIDER_REFUSED', { reason: reasonOf(error) });

export const reasonOf = ({ code, decline_code, rawType, param }: Stripe.errors.StripeError): string =>
  decline_code ?? code ?? (param === 'currency' ? 'currency_not_payable' : (rawType ?? 'unknown'));

/** Refuses a donor, who reads words and no codes. */
export const refusedInWords = (reason: string) =>
  fail('PROVIDER_REFUSED', {
    reason,
    message: WORDS.get(reason) ?? `It does not take this payment: ${reason}.`,
  });

const WORDS = new Map([
  ['amount_not_payable', 'It can only take a rounder amount in this currency.'],
  ['amount_too_large', 'The amount is more than it takes in this currency.'],
  ['amount_too_small', 'The amount is less than it takes in this currency.'],
  ['currency_not_payable', 'It takes nothing in this currency.'],
  ['resource_missing', 'It does not know this payment any more.'],
]);

/** Whether Stripe says that there is no such thing. */
export const isMissing = (error: unknown): boolean =>
  isStripeError(error) && error.code === 'resource_missing';

/**
 * For what a donor waits for: Throws PROVIDER_REFUSED where Stripe won't do it, and UNAVAILABLE where it is away; to ask again
 * does no harm.
 */
export function whileWaiting(error: unknown): never {
  if (isStripeError(error)) throw refusedInWords(reasonOf(error));
  throw error instanceof Stripe.errors.StripeError ? fail('UNAVAILABLE') : error;
}
