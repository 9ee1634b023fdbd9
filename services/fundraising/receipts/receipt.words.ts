// What a receipt says to people: the same on its page, in its PDF and in a statement.
import type { Receipt } from '#contracts';
import { priceOf } from '#lib/money';

export interface Words {
  title: string;
  /** What each line is about, and what it says. */
  lines: [label: string, said: string][];
  notes: string[];
}

export function wordsOf(receipt: Receipt): Words {
  const { kind, number, donor, amount, currency, cancels_number, cancelled_by_number } = receipt;
  const isCancellation = kind === 'CANCELLATION';
  return {
    title: isCancellation ? 'Cancellation of a receipt' : 'Receipt for a donation',
    lines: [
      ['Number', number],
      ['Issued on', dayOf(receipt.issued_at)],
      ['Received by', receipt.organisation_name],
      ['For', receipt.campaign_title],
      ['From', donor ? donor.name : 'a donor who wishes to stay unknown'],
      ...addressOf(donor),
      [isCancellation ? 'Amount taken back' : 'Amount', priceOf(amount, currency)],
      ['Received on', dayOf(receipt.received_at)],
    ],
    notes: [
      ...(cancels_number === null ? [] : taken(cancels_number)),
      ...(cancelled_by_number === null ? [] : gone(cancelled_by_number)),
      'Days and years are those of UTC. Receipts are numbered without gaps by organisation and year, and never changed.',
    ],
  };
}

const addressOf = (donor: Receipt['donor']): Words['lines'] =>
  donor?.address ? [['E-mail', donor.address]] : [];

const taken = (number: string) => [
  `This takes back receipt ${number}, which no longer counts. What is left of the donation has a receipt of its own.`,
];
const gone = (number: string) => [`This receipt no longer counts: cancellation ${number} took it back.`];

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day for people to read: 30 November 2026. */
export const dayOf = (time: string): string => LONG.format(new Date(time));
