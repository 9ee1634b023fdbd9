import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello } from './words.ts';

/** Money went back to a donor. */
export function refundSucceededEmail(it: {
  to: Addressee;
  title: string;
  amount: number;
  currency: string;
  url: string;
}): WrittenEmail {
  const sum = priceOf(it.amount, it.currency);
  return {
    to: it.to,
    subject: `${sum} refunded`,
    text: `${hello(it.to.name)}

${sum} of what you gave to ${campaignIn(it.title)} was refunded. The money goes back the way that it came;
depending on your bank, it takes some days to arrive.

This is your pledge, and how it stands:

${it.url}
`,
  };
}
