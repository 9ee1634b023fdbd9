import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello, lineOf } from './words.ts';

/** A refund did not come about: for the owner of the campaign, who can ask for it again. */
export function refundFailedEmail(it: {
  to: Addressee;
  title: string;
  amount: number;
  currency: string;
  pledge_id: string;
  reason?: string;
}): WrittenEmail {
  const sum = priceOf(it.amount, it.currency);
  return {
    to: it.to,
    subject: `A refund of ${sum} did not succeed`,
    text: `${hello(it.to.name)}

a refund of ${sum} to a donor of ${campaignIn(it.title)} did not succeed. The donor does not have the money.
${it.reason === undefined ? '' : `\nThe reason given: ${lineOf(it.reason)}\n`}
It is about pledge ${it.pledge_id}.
You can ask for the refund again, or agree with the donor on another way.
`,
  };
}
