import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello } from './words.ts';

/** Disputed money is back: for the owner of the campaign. */
export function disputeWonEmail(it: {
  to: Addressee;
  title: string;
  amount: number;
  currency: string;
  pledge_id: string;
}): WrittenEmail {
  const sum = priceOf(it.amount, it.currency);
  return {
    to: it.to,
    subject: `${sum} are back: a dispute was won`,
    text: `${hello(it.to.name)}

the dispute over a charge of ${sum} was decided in favour of ${campaignIn(it.title)}. The campaign has the
money again, and you need do nothing.

It is about pledge ${it.pledge_id}.
`,
  };
}
