// The only file that knows how credentials are kept.
import type { Permission } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface Credentials {
  user_id: string;
  /** As `addressOf` gives it. */
  email: string;
  /** PHC string, with its parameters. */
  password_hash: string;
  permissions: Permission[];
}

/** Of the account that has this address. */
export async function findCredentials(db: Database, email: string): Promise<Credentials | undefined> {
  const { rows } = await db.query<Credentials>({
    name: 'credentials.find',
    text: `select user_id, email, password_hash, permissions from credentials
      where email = $1 and registered_at is not null`,
    values: [email],
  });
  return rows[0];
}

/**
 * Gives the address a user_id, before there is an account: `user_id`, or the one that an attempt which is under way
 * or never ended gave it. Undefined when an account has it.
 */
export async function claimAddress(
  db: Database,
  email: string,
  user_id: string,
): Promise<string | undefined> {
  const { rows } = await db.query<Pick<Credentials, 'user_id'>>({
    name: 'credentials.claim',
    text: `insert into credentials (user_id, email) values ($1, $2)
      on conflict (email) do update set email = excluded.email where credentials.registered_at is null
      returning user_id`,
    values: [user_id, email],
  });
  return rows[0]?.user_id;
}

/** Whether these became the credentials of the claimed address: false when another attempt ended first. */
export async function completeCredentials(
  db: Database,
  { user_id, password_hash, permissions }: Omit<Credentials, 'email'>,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'credentials.complete',
    text: `update credentials set password_hash = $2, permissions = $3, registered_at = $4
      where user_id = $1 and registered_at is null`,
    values: [user_id, password_hash, permissions, at],
  });
  return rowCount === 1;
}

/** Replaces a hash by another of the same password, unless that was changed meanwhile. */
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
