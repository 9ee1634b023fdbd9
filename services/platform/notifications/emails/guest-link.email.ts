import type { Payload } from '#contracts';
import { priceOf } from '#lib/money';
import type { Email } from '../email.ts';
import { campaignIn, hello, nameIn } from './words.ts';

/** The e-mail with which a guest finds their pledge again, and pays while it is unpaid. */
export function guestLinkEmail({
  donor,
  amount,
  currency,
  title,
  url,
  payment_url,
}: Pick<Payload<'pledge.guest_link_requested'>, 'donor' | 'amount' | 'currency'> & {
  title: string;
  url: string;
  payment_url: string | null;
}): Email {
  const name = nameIn(donor.name);
  const sum = priceOf(amount, currency);
  return {
    to: { name, address: donor.email },
    subject: `Your pledge of ${sum}`,
    text: `${hello(name)}

thank you for your pledge of ${sum} to ${campaignIn(title)}.
${payment_url === null ? '' : `\nIf you have not paid yet, you can do so here:\n\n${payment_url}\n`}
This is your link to the pledge. With it you can see how it stands, change your message, and take it
back as long as it is not paid:

${url}

Whoever has the link can do the same: please keep it to yourself. If you know of no pledge, somebody has
mistyped an address, and you need do nothing.
`,
  };
}
