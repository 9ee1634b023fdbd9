// Links for people without an account: their token is a permission by itself.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token of a link to what is called `name`: HMAC-SHA256, base64url. */
export const tokenOf = (secret: string, name: string): string =>
  createHmac('sha256', secret).update(name).digest('base64url');

/** Whether a token is that of the link to what is called `name`, in a time that does not tell how near a guess was. */
export function isTokenOf(secret: string, name: string, token: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(tokenOf(secret, name))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
