import type { Payload } from '#contracts';
import { priceOf } from '#lib/money';
import { reasonIn, type Linked } from './subscription.words.ts';

/** A renewal failed for the last time. */
export function subscriptionLapsedEmail({
  to,
  amount,
  currency,
  reason,
}: Pick<Linked, 'to'> & Pick<Payload<'subscription.lapsed'>, 'amount' | 'currency' | 'reason'>) {
  const sum = priceOf(amount, currency);
  return {
    to,
    subject: `Your gift of ${sum} has ended`,
    text: `Hello${to.name && ` ${to.name}`},

your recurring gift of ${sum} could not be charged, though we tried several times: ${reasonIn(reason)}.

It has ended, and nothing more is charged. Thank you for what you gave. If you like, begin another one.
`,
  };
}
