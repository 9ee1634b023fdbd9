import type { Payload } from '#contracts';
import { priceOf } from '#lib/money';
import { dayIn, type Linked } from './subscription.words.ts';

/** A recurring gift has begun: how to end it is said at once. */
export function subscriptionStartedEmail({
  to,
  url,
  amount,
  currency,
  interval,
  due_at,
}: Linked & Pick<Payload<'subscription.started'>, 'amount' | 'currency' | 'interval' | 'due_at'>) {
  const sum = priceOf(amount, currency);
  return {
    to,
    subject: `Your gift of ${sum} each ${interval}`,
    text: `Hello${to.name && ` ${to.name}`},

thank you. You give ${sum} each ${interval}. Your card is charged next on ${dayIn(due_at)}.

Here you can end it in one click, or use another card:

${url}

Whoever has the link can do the same: please keep it to yourself.
`,
  };
}
