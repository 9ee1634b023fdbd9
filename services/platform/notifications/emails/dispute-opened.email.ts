import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello } from './words.ts';

/** A donor's bank took money back: for the owner of the campaign. */
export function disputeOpenedEmail(it: {
  to: Addressee;
  title: string;
  amount: number;
  currency: string;
  pledge_id: string;
}): WrittenEmail {
  const sum = priceOf(it.amount, it.currency);
  return {
    to: it.to,
    subject: `A charge of ${sum} is disputed`,
    text: `${hello(it.to.name)}

a donor of ${campaignIn(it.title)} has disputed a charge of ${sum} with their bank (a chargeback). Until it is
decided the bank holds the money, and the campaign is without it.

If it is decided in favour of the campaign, the money comes back, and we tell you. Otherwise it stays
with the donor.

It is about pledge ${it.pledge_id}. If you know the donor, ask whether they meant to dispute it.
`,
  };
}
