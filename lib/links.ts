// The tokens of links that are a permission by themselves: who has the link to a pledge may see it.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token of a guest's link to a pledge: HMAC-SHA256 of its id, base64url. */
export const signLink = (secret: string, pledge_id: string): string =>
  createHmac('sha256', secret).update(`pledge ${pledge_id}`).digest('base64url');

/** Whether a token is that of the link to this pledge, in a time that does not tell how near a guess was. */
export function isSignedLink(secret: string, pledge_id: string, token: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(signLink(secret, pledge_id))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
