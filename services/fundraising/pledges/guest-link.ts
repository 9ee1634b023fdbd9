// Guests have no account: the link in the e-mail about their pledge says who they are. Its token is a permission by itself.
import { settingsOf } from '#lib/broker';
import type { Service } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ByLink } from './donor.rules.ts';

/** The link to a pledge, which whoever has it may use. */
export function guestLinkOf({ broker }: Service, pledge_id: string): string {
  const { public_url, link_secret } = settingsOf(broker);
  return `${public_url}/api/pledges/${pledge_id}?token=${signLink(link_secret, pledge_id)}`;
}

/** Whether who asks for a pledge has the link to it. */
export const byLink = (
  { broker }: Service,
  { params: { id, token } }: { params: { id: string; token?: string | undefined } },
): ByLink => ({
  has_link: token !== undefined && isSignedLink(settingsOf(broker).link_secret, id, token),
});

/** To whom an Idempotency-Key belongs that comes with such a link. */
export const guestOf = (service: Service, ctx: Parameters<typeof byLink>[1]): string | undefined =>
  byLink(service, ctx).has_link ? `link to ${ctx.params.id}` : undefined;

/** The id of a guest, by their e-mail address: nobody can make it who has only the address. */
export const guestIdOf = (secret: string, email: string): string =>
  uuidv5(`guest ${mac(secret, `guest ${guestAddress(email)}`)}`);

/**
 * What counts as one address, as for accounts: in small letters, and composed. No looser, since who has verified an address is
 * given the gifts of its guest: NFKC, or leaving out what follows a `+`, makes one of mailboxes that may be two people's.
 */
export const guestAddress = (email: string): string => email.normalize('NFC').toLowerCase();

/** The token of a guest's link to a pledge: HMAC-SHA256 of its id, base64url. */
export const signLink = (secret: string, pledge_id: string): string => mac(secret, `pledge ${pledge_id}`);

const mac = (secret: string, name: string) => createHmac('sha256', secret).update(name).digest('base64url');

/** Whether a token is that of the link to this pledge, in a time that does not tell how near a guess was. */
export function isSignedLink(secret: string, pledge_id: string, token: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(signLink(secret, pledge_id))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
