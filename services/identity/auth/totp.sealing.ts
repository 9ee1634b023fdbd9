// How secrets of authenticator apps are kept: who reads the database reads none. Passwords are hashed; these must be read again.
import { settingsOf } from '#lib/broker';
import { derive } from '#lib/postgres/secrets';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { createCipheriv, createDecipheriv } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: a fresh IV, the tag, the text. Bound to its user: moved to another's row it opens no more. */
export function seal(service: Service, user_id: string, secret: Uint8Array): Buffer {
  const iv = Buffer.from(world.newSecret(IV_BYTES), 'base64url');
  const cipher = createCipheriv('aes-256-gcm', keyOf(service), iv).setAAD(Buffer.from(user_id));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** The secret; undefined, and logged, where it was sealed for another user or by a platform with another secret. */
export function unseal(service: Service, user_id: string, sealed: Buffer): Uint8Array | undefined {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(service), iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(user_id))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    service.logger.error(
      `The secret of the authenticator app of user ${user_id} can't be read: has the platform's secret changed?`,
    );
    return undefined;
  }
}

const keyOf = ({ broker }: Service) =>
  Buffer.from(derive(settingsOf(broker).link_secret, 'authenticator apps'), 'base64url');
