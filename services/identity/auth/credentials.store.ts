// The only file that knows how credentials are stored.
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import type { Instant } from '#lib/world';
import { deleteAccessTokens } from './access-token.store.ts';
import { forgetFactors } from './factors.store.ts';

export interface Credentials {
  user_id: string;
  /** By `addressOf`. */
  email: string;
  /** PHC string, with its parameters. Null: they sign in by passkeys alone. */
  password_hash: string | null;
}

/** Of the account with this address. */
export async function findCredentials(db: Database, email: string): Promise<Credentials | undefined> {
  const { rows } = await db.query<Credentials>({
    name: 'credentials.find',
    text: 'select user_id, email, password_hash from credentials where email = $1',
    values: [email],
  });
  return rows[0];
}

/** Of this account. */
export async function findCredentialsOf(db: Database, user_id: string): Promise<Credentials | undefined> {
  const { rows } = await db.query<Credentials>({
    name: 'credentials.of',
    text: 'select user_id, email, password_hash from credentials where user_id = $1',
    values: [user_id],
  });
  return rows[0];
}

/** Whether the account still is there; it then is until the transaction ends. Throws ACCOUNT_DELETED. */
export const holdCredentials = (tx: Database, user_id: string): Promise<boolean> =>
  hold(tx, user_id, () => true);

/** The same, and with this password. */
export const holdPassword = (
  tx: Database,
  { user_id, password_hash }: Pick<Credentials, 'user_id' | 'password_hash'>,
): Promise<boolean> => hold(tx, user_id, (held) => held.password_hash === password_hash);

async function hold(
  tx: Database,
  user_id: string,
  isMeant: (held: Pick<Credentials, 'password_hash'>) => boolean,
): Promise<boolean> {
  const { rows } = await tx.query<Pick<Credentials, 'password_hash'> & { erased_at: Instant | null }>(
    'select password_hash, erased_at from credentials where user_id = $1 for key share',
    [user_id],
  );
  const [held] = rows;
  if (!held || !isMeant(held)) return false;
  if (held.erased_at !== null) throw fail('ACCOUNT_DELETED', { erased_at: held.erased_at });
  return true;
}

/** The account, locked: others who change how it is signed in to wait; logins do not. */
export async function lockAccount(tx: Database, user_id: string): Promise<Credentials | undefined> {
  const { rows } = await tx.query<Credentials>(
    'select user_id, email, password_hash from credentials where user_id = $1 for no key update',
    [user_id],
  );
  return rows[0];
}

/** The account, locked: logins wait, and changes of it. */
export async function lockCredentials(tx: Database, user_id: string): Promise<Credentials | undefined> {
  const { rows } = await tx.query<Credentials>(
    'select user_id, email, password_hash from credentials where user_id = $1 for update',
    [user_id],
  );
  return rows[0];
}

/** Gives a locked account another password. */
export async function savePassword(tx: Database, user_id: string, password_hash: string): Promise<void> {
  await tx.query('update credentials set password_hash = $2 where user_id = $1', [user_id, password_hash]);
}

/** Gives a locked account another address. Throws EMAIL_TAKEN where another account has it. */
export async function saveEmail(tx: Database, user_id: string, email: string): Promise<void> {
  const { rowCount } = await tx.query(
    `update credentials set email = $2 where user_id = $1
       and not exists (select from credentials where email = $2 and user_id <> $1)`,
    [user_id, email],
  );
  if (rowCount === 0) throw fail('EMAIL_TAKEN');
}

/**
 * Deletes an account with all its login sessions and second factors; false where it is gone. Each is locked before what belongs to it is deleted:
 * a login under way is waited for, and its session deleted as well.
 */
export async function deleteCredentials(tx: Database, user_id: string): Promise<boolean> {
  await tx.query('select from credentials where user_id = $1 for update', [user_id]);
  await tx.query('select from login_sessions where user_id = $1 order by id for update', [user_id]);
  await tx.query(
    'delete from refresh_tokens using login_sessions s where login_session_id = s.id and user_id = $1',
    [user_id],
  );
  await tx.query('delete from login_sessions where user_id = $1', [user_id]);
  await forgetFactors(tx, user_id);
  await deleteAccessTokens(tx, user_id);
  const { rowCount } = await tx.query('delete from credentials where user_id = $1', [user_id]);
  return rowCount === 1;
}

/** Whether these became the credentials of their address: false when it has some. Waits until a rival has ended. */
export async function insertCredentials(
  db: Database,
  { user_id, email, password_hash }: Credentials,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'credentials.insert',
    text: `insert into credentials (user_id, email, password_hash, registered_at)
      values ($1, $2, $3, $4) on conflict (email) do nothing`,
    values: [user_id, email, password_hash, at],
  });
  return rowCount === 1;
}

export async function removeHash(tx: Database, user_id: string): Promise<void> {
  await tx.query('update credentials set password_hash = null where user_id = $1', [user_id]);
}

/** Replaces a hash by another of the same password, unless the password has changed since; whether it did. */
export async function replaceHash(
  db: Database,
  { user_id, password_hash }: Credentials,
  newHash: string,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'credentials.rehash',
    text: 'update credentials set password_hash = $3 where user_id = $1 and password_hash = $2',
    values: [user_id, password_hash, newHash],
  });
  return rowCount === 1;
}
