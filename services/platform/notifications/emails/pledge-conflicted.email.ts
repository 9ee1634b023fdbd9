import { priceOf } from '#lib/money';
import type { Addressee, WrittenEmail } from '../email.ts';
import { campaignIn, hello } from './words.ts';

interface Conflict {
  to: Addressee;
  title: string;
  amount: number;
  currency: string;
  pledge_id: string;
}

/** Another amount came than was pledged: for the owner of the campaign. */
export function pledgeConflictedEmail(it: Conflict): WrittenEmail {
  return {
    to: it.to,
    subject: 'A payment is being looked into',
    text: `${hello(it.to.name)}

${happened(it)} It does not count for the campaign yet.

An admin decides whether it is accepted or goes back to the donor. You need do nothing.

It is about pledge ${it.pledge_id}.
`,
  };
}

/** The same for an admin, who must decide. */
export function conflictToResolveEmail(it: Conflict): WrittenEmail {
  return {
    to: it.to,
    subject: 'A pledge must be resolved',
    text: `${hello(it.to.name)}

${happened(it)} It counts for nobody until it is resolved.

Look at the payment, then accept what came, or send it back to the donor:

POST /api/pledges/${it.pledge_id}/resolve {"accept": true} or {"accept": false}
`,
  };
}

const happened = ({ title, amount, currency }: Conflict) =>
  `a donor pledged ${priceOf(amount, currency)} to ${campaignIn(title)}, and another amount was paid.`;
