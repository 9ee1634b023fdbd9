// The only file that knows how it is kept what was sent.
import type { Database } from '#lib/database';

/** Whether this e-mail has left, or never will. */
export async function isSettled(db: Database, email_id: string): Promise<boolean> {
  const { rowCount } = await db.query('select from sent_emails where email_id = $1', [email_id]);
  return rowCount !== 0;
}

/** `refusal`: what the recipient's server said, if it will never take it; null: it has taken it. */
export async function settle(db: Database, email_id: string, refusal: string | null): Promise<void> {
  await db.query('insert into sent_emails (email_id, refusal) values ($1, $2) on conflict do nothing', [
    email_id,
    refusal,
  ]);
}
