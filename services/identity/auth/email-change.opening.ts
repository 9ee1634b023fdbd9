// How a change of address begins.
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { addMs, world, type Instant } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { findCredentials, holdPassword, type Credentials } from './credentials.store.ts';
import { insertEmailChange } from './email-change.store.ts';

const VALID_MS = 24 * 3600_000;

interface Wish {
  /** By `addressOf`. */
  new_email: string;
  /** Whether the old mailbox must confirm as well. */
  asksOld: boolean;
  requestID: string | null;
}

/**
 * Both mailboxes are sent a link, or the new one alone; returns until when they are valid. An earlier change is called off. Throws
 * EMAIL_TAKEN, CREDENTIALS_WRONG, ACCOUNT_DELETED.
 */
export async function openEmailChange(
  service: Service,
  credentials: Credentials,
  { new_email, asksOld, requestID }: Wish,
): Promise<Instant> {
  if (await findCredentials(service.db, new_email)) throw fail('EMAIL_TAKEN');
  const { user_id } = credentials;
  const [id, created_at] = [world.newId(), world.now()];
  const expires_at = addMs(created_at, VALID_MS);
  const old_confirmed_at = asksOld ? null : created_at;
  return publishing(service, { requestID, user_id }, async (tx) => {
    if (!(await holdPassword(tx, credentials))) throw fail('CREDENTIALS_WRONG');
    await insertEmailChange(tx, { id, user_id, new_email, created_at, expires_at, old_confirmed_at });
    const sides = asksOld ? ['old' as const, 'new' as const] : ['new' as const];
    await tx.publish('user.email_change_requested', { user_id, change_id: id, sides, expires_at });
    return expires_at;
  });
}
