// What is written to whom. Pure functions: no database, no broker, no clock.
import { priceOf } from '#lib/money';
import type { Payload } from '#contracts';

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
  const line = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length > LONGEST_NAME || LEADS_AWAY.test(line.normalize('NFKC')) ? '' : line;
}

// Parts of links and addresses, and as many digits as a telephone number has.
const LEADS_AWAY = /[/@:<>\\]|\.\S|www|(\d\D*){5}/i;

const LONGEST_NAME = 60;
