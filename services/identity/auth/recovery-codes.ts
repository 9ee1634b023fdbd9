import { world } from '#lib/world';
import { Secret } from 'otpauth';
import { hash } from 'node:crypto';

const COUNT = 10;
// 120 bits: 24 letters and digits. From 112 on, a plain hash keeps a secret (NIST SP 800-63B, 3.1.2.2), and nobody guesses it.
const BYTES = 15;

/** Ten fresh codes, as they are shown: `k7m2qx-…`, in four groups. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => {
    const bytes = Uint8Array.from(Buffer.from(world.newSecret(BYTES), 'base64url'));
    const letters = new Secret({ buffer: bytes.buffer }).base32.toLowerCase();
    return letters.match(/.{6}/g)!.join('-');
  });

/** How a code is kept, however its owner types it: base32 has no 0 and no 1. */
export const hashOfRecoveryCode = (code: string): string =>
  hash(
    'sha256',
    code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
      .replace(/[^a-z2-7]/g, ''),
  );
