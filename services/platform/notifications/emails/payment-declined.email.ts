import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello, lineOf } from './words.ts';

/** A donor's payment was declined: why, where the provider says so, and where to try again. */
export function paymentDeclinedEmail(it: {
  to: Addressee;
  title: string;
  amount: number;
  currency: string;
  reason?: string;
  payment_url: string;
  url: string;
}): WrittenEmail {
  const sum = priceOf(it.amount, it.currency);
  return {
    to: it.to,
    subject: `Your payment of ${sum} did not succeed`,
    text: `${hello(it.to.name)}

your payment of ${sum} to ${campaignIn(it.title)} was declined. Nothing was charged.
${it.reason === undefined ? '' : `\nThe reason given: ${lineOf(it.reason)}\n`}
You can try again, with another card as well:

${it.payment_url}

This is your pledge, and how it stands:

${it.url}

If you know of no pledge, somebody has mistyped an address, and you need do nothing.
`,
  };
}
