// How secrets that must be read again are kept: encrypted (AES-256-GCM), so that a copy of the database alone tells none.
import { derive } from '#lib/postgres/secrets';
import { world } from '#lib/world';
import { createCipheriv, createDecipheriv } from 'node:crypto';

const NONCE_BYTES = 12; // NIST SP 800-38D, 8.2.2
const TAG_BYTES = 16;

/** What secrets are sealed with: the platform's own secret, and what kind they are. */
interface Seal {
  secret: string;
  purpose: 'signing keys' | 'authenticator apps';
}

/** `text` encrypted; `name` is bound to it, so that none can be put in another's place. */
export function seal(by: Seal, name: string, text: Uint8Array | string): Buffer {
  const nonce = Buffer.from(world.newSecret(NONCE_BYTES), 'base64url');
  const cipher = createCipheriv('aes-256-gcm', keyOf(by), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The text; undefined where the secret is another by now, or what is kept was altered. */
export function unseal(by: Seal, name: string, bytes: Buffer): Buffer | undefined {
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(by), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(name)).setAuthTag(tag);
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return undefined;
  }
}

const keyOf = ({ secret, purpose }: Seal) => Buffer.from(derive(secret, purpose), 'base64url');
