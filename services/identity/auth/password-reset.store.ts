// The only file that knows how it is kept who may reset a password.
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface PasswordReset {
  id: string;
  user_id: string;
  /** Of the account. */
  email: string;
  /** Whether the link went to the mailbox of the account, and to nobody else. */
  by_mail: boolean;
  expires_at: Instant;
}

/** Whether it is new: a retry finds it. */
export async function insertReset(
  db: Database,
  { id, user_id, by_mail, expires_at }: Omit<PasswordReset, 'email'>,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into password_resets (id, user_id, by_mail, created_at, expires_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [id, user_id, by_mail, at, expires_at],
  );
  return rowCount === 1;
}

/** One that may be used `at`. */
export async function findReset(db: Database, id: string, at: Instant): Promise<PasswordReset | undefined> {
  const { rows } = await db.query<PasswordReset>(
    `select r.id, user_id, email, by_mail, expires_at from password_resets r join credentials using (user_id)
     where r.id = $1 and expires_at > $2`,
    [id, at],
  );
  return rows[0];
}

/** All of a user's. */
export async function deleteResets(tx: Database, user_id: string): Promise<void> {
  await tx.query('delete from password_resets where user_id = $1', [user_id]);
}
