// The only file that knows how it is kept what was sent.
import type { Database } from '#lib/database';

/** Whether the e-mail about this message has left, or never will. */
export async function isSettled(db: Database, message_id: string): Promise<boolean> {
  const { rowCount } = await db.query('select from sent_emails where message_id = $1', [message_id]);
  return rowCount !== 0;
}

/** `refusal`: what the recipient's server said, if it will never take it; null: it has taken it. */
export async function settle(db: Database, message_id: string, refusal: string | null): Promise<void> {
  await db.query('insert into sent_emails (message_id, refusal) values ($1, $2) on conflict do nothing', [
    message_id,
    refusal,
  ]);
}
