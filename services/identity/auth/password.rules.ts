import { fail } from '#lib/errors';
import { commonPasswords } from './common-passwords.rules.ts';
import { addressOf } from '#lib/mail-address';

// What the platform is called is tried first as well, with a year or a sign behind it.
const OURS = 'commonweal';

// Shorter names occur by chance in good passwords: `al` in `final`.
const NAME_LENGTH = 4;

/**
 * What a new password must be and is not; undefined when it is good enough. The contract limits its length.
 * By NIST SP 800-63B, 3.1.1.2: nothing that attackers try first, no rules about kinds of characters.
 */
export function weaknessOf(password: string, email: string): string | undefined {
  const lower = password.toLowerCase();
  const address = addressOf(email);
  const name = address.slice(0, address.lastIndexOf('@'));
  if (commonPasswords.has(lower)) return 'one that is not among the most common';
  if (new Set(lower).size === 1) return 'made of more than one character';
  if (lower.replace(/[^a-z]/g, '').includes(OURS)) return 'without the name of this platform';
  if (lower === address || lower === name || (name.length >= NAME_LENGTH && lower.includes(name))) {
    return 'without the name in the e-mail address';
  }
  return undefined;
}

/** Throws VALIDATION_FAILED of the `field` where a new password is not good enough. */
export function assertStrong(password: string, email: string, field: string): void {
  const weakness = weaknessOf(password, email);
  if (weakness)
    throw fail('VALIDATION_FAILED', { errors: [{ pointer: `/${field}`, message: `must be ${weakness}` }] });
}
