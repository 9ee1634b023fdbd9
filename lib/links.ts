// What only the platform can derive: tokens of links, which are a permission by themselves, and ids of guests.
import { uuidv5 } from '#lib/world';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token of a guest's link to a pledge: HMAC-SHA256 of its id, base64url. */
export const signLink = (secret: string, pledge_id: string): string => mac(secret, `pledge ${pledge_id}`);

/** The id of a guest, derived from their e-mail address: the address alone is not enough to compute it. */
export const guestIdOf = (secret: string, email: string): string =>
  uuidv5(`guest ${mac(secret, `guest ${email.toLowerCase()}`)}`);

const mac = (secret: string, name: string) => createHmac('sha256', secret).update(name).digest('base64url');

/** Whether a token is that of the link to this pledge; in constant time. */
export function isSignedLink(secret: string, pledge_id: string, token: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(signLink(secret, pledge_id))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
