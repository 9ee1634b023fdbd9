import type { Payload } from '#contracts';
import { priceOf } from '#lib/money';
import { dayIn, reasonIn, type Linked } from './subscription.words.ts';

/** A renewal failed: why, when it is tried next, and what its donor can do. */
export function renewalFailedEmail({
  to,
  url,
  amount,
  currency,
  reason,
  retry_at,
}: Linked & Pick<Payload<'subscription.renewal_failed'>, 'amount' | 'currency' | 'reason' | 'retry_at'>) {
  const sum = priceOf(amount, currency);
  return {
    to,
    subject: `Your gift of ${sum} could not be charged`,
    text: `Hello${to.name && ` ${to.name}`},

your recurring gift of ${sum} could not be charged: ${reasonIn(reason)}.

We try again on ${dayIn(retry_at)}. You need do nothing, unless your card has changed. Here you can use
another card, or end your gift in one click:

${url}
`,
  };
}
