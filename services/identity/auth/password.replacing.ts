// What a new password ends.
import type { PublishingTransaction } from '#mixins/outbox';
import { savePassword } from './credentials.store.ts';
import { deleteEmailChange } from './email-change.store.ts';
import { endLoginSessions } from './login-session.ending.ts';
import type { Which } from './login-session.store.ts';
import { deleteResets } from './password-reset.store.ts';

/**
 * Gives a locked account another password: its links end, and `ended` of its login sessions; returns how many of these.
 * Let nothing that locks follow it.
 */
export async function replacePassword(
  tx: PublishingTransaction,
  { user_id, password_hash }: { user_id: string; password_hash: string },
  ended: Which,
  because: 'password_changed' | 'password_reset',
): Promise<number> {
  await savePassword(tx, user_id, password_hash);
  await deleteResets(tx, user_id);
  // Who began it may be who had the old password.
  await deleteEmailChange(tx, user_id);
  return endLoginSessions(tx, user_id, ended, because);
}
