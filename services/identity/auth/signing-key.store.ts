// The only file that knows how signing keys are stored.
import type { Result } from '#contracts';
import { transaction, type Database, type Pool } from '#lib/database';
import type { Instant } from '#lib/world';

/** A public key as it is published (RFC 7517). */
export type PublicKey = Result<'auth.jwks'>['keys'][number];

export interface StoredKey {
  kid: string;
  public_jwk: PublicKey;
  /** PKCS #8, sealed. */
  private_key: string;
  created_at: Instant;
  /** From then on it signs, until the next one does. */
  signs_at: Instant;
}

/** In the order of their turns. All of them verify: an old one is deleted when what it signed last has expired. */
export async function findSigningKeys(db: Database): Promise<StoredKey[]> {
  const { rows } = await db.query<StoredKey>('select * from signing_keys order by signs_at, kid');
  return rows;
}

/** Adds the key that `make` returns for those that there are, if it does; returns them all. One node after another does this. */
export const addSigningKey = (
  pool: Pool,
  make: (keys: StoredKey[]) => StoredKey | undefined,
): Promise<StoredKey[]> =>
  transaction(pool, async (tx) => {
    await tx.query('lock table signing_keys in share row exclusive mode');
    const key = make(await findSigningKeys(tx));
    if (key)
      await tx.query(
        `insert into signing_keys (kid, public_jwk, private_key, created_at, signs_at) values ($1, $2, $3, $4, $5)`,
        [key.kid, JSON.stringify(key.public_jwk), key.private_key, key.created_at, key.signs_at],
      );
    return findSigningKeys(tx);
  });

// Longer than an access token lives, after the next key has begun to sign.
export const RETIRED = `signs_at < (select max(k.signs_at) from signing_keys k where k.signs_at < now() - interval '1 hour')`;
