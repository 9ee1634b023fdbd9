// What is written to whom. Pure functions: no database, no broker, no clock.
import { priceOf } from '#lib/money';
import type { Payload } from '#contracts';
import { isLonger, isVisible } from '#contracts/text';

/** An e-mail, in plain text. */
export interface OutgoingEmail {
  /** The id of the message that it is about: of two with the same, programs for mail show one. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** The e-mail with which a guest finds their pledge again, by the link `url`. */
export function guestLinkEmail(
  id: string,
  { donor, amount, currency }: Payload<'pledge.guest_link_requested'>,
  url: string,
): OutgoingEmail {
  const name = nameIn(donor.name);
  const sum = priceOf(amount, currency);
  return {
    id,
    to: { name, address: donor.email },
    subject: `Your pledge of ${sum}`,
    text: `Hello${name && ` ${name}`},

thank you for your pledge of ${sum}.

This is your link to it. With it you can see how it stands, and take it back as long as it is not paid:

${url}

Whoever has the link can do the same: please keep it to yourself. If you know of no pledge, somebody has
mistyped an address, and you need do nothing.
`,
  };
}

/**
 * A stranger has typed this name, and may have typed somebody else's address beside it: it becomes one line, and
 * none at all where it could be a message or lead somewhere.
 */
function nameIn(name: string): string {
  const line = name.replace(/(?:(?!\p{Join_Control})[\p{C}\p{Z}])+/gu, ' ').trim();
  if (isLonger(line, LONGEST_NAME) || !isVisible(line)) return '';
  return LEADS_AWAY.test(line.normalize('NFKC')) ? '' : line;
}

// Parts of links and addresses, and as many digits as a telephone number has. A dot within a word belongs to a link unless a
// single letter follows it, as in "J.R.R. Tolkien": no domain ends in one. The second dot is the one that browsers take for it.
const LEADS_AWAY = /[/@:<>\\]|[.\u3002](?=\S)(?!\p{L}\p{M}*(?:[.\s]|$))|www|(\p{Nd}\P{Nd}*){5}/iu;

const LONGEST_NAME = 60;
