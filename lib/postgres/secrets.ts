import { createHmac, scryptSync } from 'node:crypto';

/** A secret of its own for each purpose (base64url, 256 bits): from one, no other can be computed. */
export const derive = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url');

/** The operator's key: everybody who can read the master secret may operate the platform. */
export const operatorKeyOf = (secret: string): string => derive(secret, 'operator');

/**
 * The master secret of a platform on an external database, derived from the password in the URL: every node with the URL
 * has the same secret, and nothing else must be configured. Throws when the URL has no password.
 */
export function masterSecretOf(adminUrl: string): string {
  const password = decodeURIComponent(new URL(adminUrl).password);
  if (!password) {
    throw new Error(
      'DATABASE_URL has no password. The secrets of the platform (tokens, database roles) are derived ' +
        'from it, so that without one anybody could forge them. Give the role a password and write it ' +
        'into the URL: postgres://user:password@host/database',
    );
  }
  // scrypt, not a plain hash: a leaked secret must not make a weak password easy to guess (50 ms per guess).
  return scryptSync(password, 'commonweal master secret', 32).toString('base64url');
}
