// Guests have no account: the link in the e-mail about their pledge says who they are. Its token is a permission by itself.
import { settingsOf } from '#lib/broker';
import { isTokenOf, tokenOf } from '#lib/link-token';
import type { Service } from '#lib/service';
import { uuidv5 } from '#lib/world';
import type { ByLink } from './pledge.rules.ts';

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
  uuidv5(`guest ${tokenOf(secret, `guest ${email.toLowerCase()}`)}`);

/** The token of a guest's link to a pledge. */
export const signLink = (secret: string, pledge_id: string): string => tokenOf(secret, `pledge ${pledge_id}`);

/** Whether a token is that of the link to this pledge. */
export const isSignedLink = (secret: string, pledge_id: string, token: string): boolean =>
  isTokenOf(secret, `pledge ${pledge_id}`, token);
