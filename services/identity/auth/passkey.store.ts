// The only file that knows how passkeys and their challenges are stored.
import type { Passkey } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface StoredPasskey extends Passkey {
  user_id: string;
  /** Chosen by the device, base64url. */
  credential_id: string;
  /** COSE. */
  public_key: Buffer;
  counter: number;
  transports: string[];
  /** It has signed in alone: its device keeps it, and checks its owner. */
  alone: boolean;
}

/** What a challenge is for: to add a passkey, to sign in by one alone, or beside a password. */
export type ChallengePurpose = 'add' | 'login' | 'second_factor';

export interface StoredChallenge {
  id: string;
  /** Base64url. */
  challenge: string;
  purpose: ChallengePurpose;
  /** Null: whoever has a passkey. */
  user_id: string | null;
  expires_at: Instant;
}

export async function insertChallenge(
  db: Database,
  { id, challenge, purpose, user_id, expires_at }: StoredChallenge,
): Promise<void> {
  await db.query({
    name: 'passkey_challenges.insert',
    text: 'insert into passkey_challenges (id, challenge, purpose, user_id, expires_at) values ($1, $2, $3, $4, $5)',
    values: [id, challenge, purpose, user_id, expires_at],
  });
}

/** Takes a challenge away, so that it is used once: of two who take it at once one gets it. */
export async function takeChallenge(
  db: Database,
  { id, purpose, user_id }: Pick<StoredChallenge, 'id' | 'purpose' | 'user_id'>,
): Promise<StoredChallenge | undefined> {
  const { rows } = await db.query<StoredChallenge>({
    name: 'passkey_challenges.take',
    text: `delete from passkey_challenges where id = $1 and purpose = $2 and user_id is not distinct from $3
      returning *`,
    values: [id, purpose, user_id],
  });
  return rows[0];
}

/** The oldest first. */
export async function findPasskeys(db: Database, user_id: string): Promise<StoredPasskey[]> {
  const { rows } = await db.query<StoredPasskey>(
    'select * from passkeys where user_id = $1 order by created_at, id',
    [user_id],
  );
  return rows;
}

/** Locked: another use of it waits. */
export async function lockPasskey(tx: Database, credential_id: string): Promise<StoredPasskey | undefined> {
  const { rows } = await tx.query<StoredPasskey>(
    'select * from passkeys where credential_id = $1 for update',
    [credential_id],
  );
  return rows[0];
}

/** False where it is somebody's already. */
export async function insertPasskey(tx: Database, passkey: Omit<StoredPasskey, 'alone'>): Promise<boolean> {
  const { id, user_id, credential_id, public_key, counter, transports, synced, name, created_at } = passkey;
  const { rowCount } = await tx.query(
    `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing`,
    [id, user_id, credential_id, public_key, counter, transports, synced, name, created_at],
  );
  return rowCount === 1;
}

export async function saveUse(
  tx: Database,
  { id, counter, synced, alone }: Pick<StoredPasskey, 'id' | 'counter' | 'synced' | 'alone'>,
  at: Instant,
): Promise<void> {
  await tx.query(
    'update passkeys set counter = $2, synced = $3, alone = $4, last_used_at = $5 where id = $1',
    [id, counter, synced, alone, at],
  );
}

/** The passkey by its new name; undefined where the user has none of this id. */
export async function renamePasskey(
  db: Database,
  { id, user_id, name }: Pick<StoredPasskey, 'id' | 'user_id' | 'name'>,
): Promise<StoredPasskey | undefined> {
  const { rows } = await db.query<StoredPasskey>(
    'update passkeys set name = $3 where id = $1 and user_id = $2 returning *',
    [id, user_id, name],
  );
  return rows[0];
}

export async function deletePasskey(tx: Database, id: string): Promise<void> {
  await tx.query('delete from passkeys where id = $1', [id]);
}

/** As its owner sees it. */
export const shown = ({ id, name, synced, created_at, last_used_at }: Passkey): Passkey => ({
  id,
  name,
  synced,
  created_at,
  last_used_at,
});
