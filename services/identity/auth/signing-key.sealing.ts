// How private keys are kept: encrypted (AES-256-GCM), so that a copy of the database alone signs nothing.
import { world } from '#lib/world';
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

const NONCE_BYTES = 12; // NIST SP 800-38D, 8.2.2
const TAG_BYTES = 16;

/** `text` encrypted under the platform's secret; `name` is bound to it, so that none can be put in another's place. */
export function seal(secret: string, name: string, text: string): string {
  const nonce = Buffer.from(world.newSecret(NONCE_BYTES), 'base64url');
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text; undefined where the secret is another by now, or what is kept was altered. */
export function unseal(secret: string, name: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(name)).setAuthTag(tag);
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const keyOf = (secret: string) => createHmac('sha256', secret).update('signing keys').digest();
