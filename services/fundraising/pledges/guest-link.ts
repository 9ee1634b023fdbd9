// The link in the e-mail about a pledge shows it. Its token is a permission by itself: guests have no account, so it says who
// they are. Of a donor with an account it shows the pledge, and no more.
import { settingsOf } from '#lib/broker';
import { isTokenOf, tokenOf } from '#lib/link-token';
import { addressOf } from '#lib/mail-address';
import type { Service } from '#lib/service';
import { uuidv5 } from '#lib/world';
import type { ByLink } from './donor.rules.ts';

/** The link to a pledge's page, which whoever has it may use. */
export const linkOf = (service: Service, pledge_id: string): string =>
  settingsOf(service.broker).public_url + pagePathOf(service, pledge_id);

/** The same on the host that the browser is at. */
export const pagePathOf = ({ broker }: Service, pledge_id: string): string =>
  `/pledges/${pledge_id}?token=${signLink(settingsOf(broker).link_secret, pledge_id)}`;

/** Whether who asks for a pledge has the link to it. */
export const byLink = (
  { broker }: Service,
  { params: { id, token } }: { params: { id: string; token?: string | undefined } },
): ByLink => ({
  has_link: token !== undefined && isSignedLink(settingsOf(broker).link_secret, id, token),
});

/** The scope of an Idempotency-Key that comes with such a link. */
export const guestOf = (service: Service, ctx: Parameters<typeof byLink>[1]): string | undefined =>
  byLink(service, ctx).has_link ? GUESTS : undefined;

/**
 * The keys of all guests share one scope: a guest has no name before the pledge is made, and one who retries with a corrected
 * address or amount must be told that the key was used, not be charged twice. Nobody reads another's answer: it is repeated to
 * who sends the same key and the same body alone, with the donor's name and address or the link's token in it. A stranger who
 * happens on the same key learns that somebody has used it.
 */
export const GUESTS = 'guests';

/** The id of a guest, by their e-mail address as accounts have it: nobody can make it who has only the address. */
export const guestIdOf = (secret: string, email: string): string =>
  uuidv5(`guest ${tokenOf(secret, `guest ${addressOf(email)}`)}`);

/** Where a client is, by an id that tells no address to who reads the database. */
export const originOf = (secret: string, address: string): string =>
  uuidv5(`origin ${tokenOf(secret, `origin ${address}`)}`);

/** The token of a guest's link to a pledge. */
export const signLink = (secret: string, pledge_id: string): string => tokenOf(secret, `pledge ${pledge_id}`);

/** Whether a token is that of the link to this pledge. */
export const isSignedLink = (secret: string, pledge_id: string, token: string): boolean =>
  isTokenOf(secret, `pledge ${pledge_id}`, token);
