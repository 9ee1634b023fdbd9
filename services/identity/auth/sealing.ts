// How secrets are kept that must be read again: encrypted (AES-256-GCM), so that a copy of the database alone tells none.
import { derive } from '#lib/postgres/secrets';
import { world } from '#lib/world';
import { createCipheriv, createDecipheriv } from 'node:crypto';

const NONCE_BYTES = 12; // NIST SP 800-38D, 8.2.2
const TAG_BYTES = 16;

/** Under which key, and bound to which name: in another's place it opens no more. */
interface Binding {
  /** The platform's. */
  secret: string;
  /** Each has a key of its own. */
  purpose: string;
  name: string;
}

/** A fresh nonce, the tag, and the bytes encrypted. */
export function seal({ secret, purpose, name }: Binding, bytes: Uint8Array): Buffer {
  const nonce = Buffer.from(world.newSecret(NONCE_BYTES), 'base64url');
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The bytes; undefined where the secret is another by now, or what is kept was altered. */
export function unseal({ secret, purpose, name }: Binding, sealed: Buffer): Buffer | undefined {
  const [nonce, tag] = [
    sealed.subarray(0, NONCE_BYTES),
    sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
  ];
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(name)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const keyOf = (secret: string, purpose: string) => Buffer.from(derive(secret, purpose), 'base64url');
