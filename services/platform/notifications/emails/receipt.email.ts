import type { Payload } from '#contracts';
import { priceOf } from '#lib/money';
import type { Addressee } from '../email.ts';
import { campaignIn, hello, nameIn } from './words.ts';

type Issued = Omit<Payload<'receipt.issued'>, 'donor'> & { donor: Addressee };

/** The e-mail with a receipt, or with word of one that was taken back. */
export function receiptEmail(issued: Issued) {
  const { number, donor, cancels_number, url } = issued;
  const name = nameIn(donor.name);
  const isCancellation = cancels_number !== null;
  return {
    to: { name, address: donor.address },
    subject: isCancellation ? `Receipt ${cancels_number} was cancelled` : `Your receipt ${number}`,
    text: `${hello(name)}

${isCancellation ? takenBack(issued) : confirmed(issued)}

${url}

Whoever has the link can see the same: please keep it to yourself.
`,
  };
}

const confirmed = ({ number, amount, currency, campaign_title }: Issued) =>
  `thank you for your donation of ${priceOf(amount, currency)} to ${campaignIn(campaign_title)}.

This is your receipt ${number}, to read and to print:`;

const takenBack = ({ number, cancels_number, amount, currency, campaign_title }: Issued) =>
  `receipt ${cancels_number} for ${priceOf(amount, currency)} to ${campaignIn(campaign_title)} no longer counts,
because the donation has changed since: money of it went back, or came again. If some of it is left, you get a new receipt for that.

This is the cancellation, ${number}:`;
