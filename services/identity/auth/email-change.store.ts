// The only file that knows how changes of address are stored, until they are done.
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface EmailChange {
  id: string;
  user_id: string;
  /** By `addressOf`. */
  new_email: string;
  created_at: Instant;
  expires_at: Instant;
  /** From the beginning, where the old address need not confirm. */
  old_confirmed_at: Instant | null;
  new_confirmed_at: Instant | null;
}

/** It takes the place of the user's earlier one. */
export async function insertEmailChange(
  tx: Database,
  change: Omit<EmailChange, 'new_confirmed_at'>,
): Promise<void> {
  const { id, user_id, new_email, created_at, expires_at, old_confirmed_at } = change;
  await tx.query(
    `insert into email_changes (id, user_id, new_email, created_at, expires_at, old_confirmed_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (user_id) do update set id = $1, new_email = $3, created_at = $4, expires_at = $5,
       old_confirmed_at = $6, new_confirmed_at = null`,
    [id, user_id, new_email, created_at, expires_at, old_confirmed_at],
  );
}

/** One under way `at`, with the address that the account has. */
export async function findEmailChange(
  db: Database,
  id: string,
  at: Instant,
): Promise<(EmailChange & { old_email: string }) | undefined> {
  const { rows } = await db.query<EmailChange & { old_email: string }>(
    `select e.*, email old_email from email_changes e join credentials using (user_id)
     where e.id = $1 and expires_at > $2`,
    [id, at],
  );
  return rows[0];
}

/** One side has confirmed. */
export async function confirmSide(tx: Database, id: string, side: 'old' | 'new', at: Instant): Promise<void> {
  await tx.query(
    `update email_changes set ${side}_confirmed_at = coalesce(${side}_confirmed_at, $2) where id = $1`,
    [id, at],
  );
}

/** Any of a user's. */
export async function deleteEmailChange(tx: Database, user_id: string): Promise<void> {
  await tx.query('delete from email_changes where user_id = $1', [user_id]);
}
