// The only file that knows how signing keys are stored.
import type { Result } from '#contracts';
import { transaction, type Database, type Pool } from '#lib/database';
import type { Instant } from '#lib/world';

/** A public key as it is published (RFC 7517). */
export type PublicKey = Result<'auth.jwks'>['keys'][number];

export interface StoredKey {
  kid: string;
  public_jwk: PublicKey;
  /** PKCS #8, PEM. Not encrypted: whoever can read this database can sign as well. */
  private_key: string;
  created_at: Instant;
}

/** Oldest first. The newest signs, all verify. */
export async function findSigningKeys(db: Database): Promise<StoredKey[]> {
  const { rows } = await db.query<StoredKey>('select * from signing_keys order by created_at, kid');
  return rows;
}

/** Adds `key` if there is none yet, and returns the existing ones: of several nodes that start, one is first. */
export const insertFirstKey = (pool: Pool, key: StoredKey): Promise<StoredKey[]> =>
  transaction(pool, async (tx) => {
    await tx.query('lock table signing_keys in share row exclusive mode');
    const { kid, public_jwk, private_key, created_at } = key;
    await tx.query(
      `insert into signing_keys (kid, public_jwk, private_key, created_at)
       select $1, $2, $3, $4 where not exists (select from signing_keys)`,
      [kid, JSON.stringify(public_jwk), private_key, created_at],
    );
    return findSigningKeys(tx);
  });
