// The codes of authenticator apps (RFC 6238): SHA-1, six digits, a new one every 30 s, which is all that every app knows.
import type { Instant } from '#lib/world';
import { HOTP, Secret, TOTP } from 'otpauth';

/** A code is right for 30 s; those before and after it are taken as well, for clocks that are off (RFC 6238, 5.2). */
const PERIOD_S = 30;
const STEPS_OFF = 1;

/** The six digits that somebody has typed, with spaces and in whatever width; undefined where it is no code. */
export function codeIn(text: string): string | undefined {
  const code = text.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : undefined;
}

/**
 * The step of which `code` (by `codeIn`) is, around the time `at`, later than `last_step`: that of the last code used (RFC 6238, 5.2: once).
 * Undefined where it is of none.
 */
export function stepOf(
  secret: Uint8Array,
  code: string,
  at: Instant,
  last_step: number | null,
): number | undefined {
  const now = Math.floor(Date.parse(at) / 1000 / PERIOD_S);
  const off = HOTP.validate({ token: code, secret: keyOf(secret), counter: now, window: STEPS_OFF });
  if (off === null || now + off <= (last_step ?? -1)) return undefined;
  return now + off;
}

/** What an app is given: the secret as base32, and as a URL with the name of the account. */
export function appOf(secret: Uint8Array, account: string): { secret: string; otpauth_url: string } {
  const key = keyOf(secret);
  const totp = new TOTP({ issuer: 'Commonweal', label: account, secret: key, period: PERIOD_S });
  return { secret: key.base32, otpauth_url: totp.toString() };
}

const keyOf = (bytes: Uint8Array) => new Secret({ buffer: Uint8Array.from(bytes).buffer });
