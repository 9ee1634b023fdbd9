// The only file that knows how credentials are stored.
import type { Permission } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface Credentials {
  user_id: string;
  /** By `addressOf`. */
  email: string;
  /** PHC string, with its parameters. */
  password_hash: string;
  permissions: Permission[];
}

/** Of the account with this address. */
export async function findCredentials(db: Database, email: string): Promise<Credentials | undefined> {
  const { rows } = await db.query<Credentials>({
    name: 'credentials.find',
    text: 'select user_id, email, password_hash, permissions from credentials where email = $1',
    values: [email],
  });
  return rows[0];
}

/** Whether these became the credentials of their address: false when it has some. Waits until a rival has ended. */
export async function insertCredentials(
  db: Database,
  { user_id, email, password_hash, permissions }: Credentials,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'credentials.insert',
    text: `insert into credentials (user_id, email, password_hash, permissions, registered_at)
      values ($1, $2, $3, $4, $5) on conflict (email) do nothing`,
    values: [user_id, email, password_hash, permissions, at],
  });
  return rowCount === 1;
}

/** Replaces a hash by another of the same password, unless the password has changed since. */
export async function replaceHash(
  db: Database,
  { user_id, password_hash }: Credentials,
  newHash: string,
): Promise<void> {
  await db.query({
    name: 'credentials.rehash',
    text: 'update credentials set password_hash = $3 where user_id = $1 and password_hash = $2',
    values: [user_id, password_hash, newHash],
  });
}
