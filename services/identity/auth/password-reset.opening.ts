// How a link is made with which a password is reset.
import type { Service } from '#lib/service';
import { addMs, world, type Instant } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { holdPassword, type Credentials } from './credentials.store.ts';
import { RESET_LINK_MS } from './password-reset.link.ts';
import { insertReset } from './password-reset.store.ts';

interface Opening {
  /** Of the reset: a retry makes no other. */
  id: string;
  /** Whether the link is sent to the account's address; else it is shown to an operator. */
  by_mail: boolean;
}

/**
 * Makes the link, and publishes that where it is to be sent. Returns until when it is valid; undefined: the account is gone. Throws
 * ACCOUNT_DELETED.
 */
export async function openReset(
  service: Service,
  credentials: Credentials,
  { id, by_mail }: Opening,
): Promise<Instant | undefined> {
  const { user_id } = credentials;
  const at = world.now();
  const expires_at = addMs(at, RESET_LINK_MS);
  return publishing(service, { user_id }, async (tx) => {
    if (!(await holdPassword(tx, credentials))) return undefined;
    const isNew = await insertReset(tx, { id, user_id, by_mail, expires_at }, at);
    if (isNew && by_mail)
      await tx.publish('user.password_reset_requested', { user_id, reset_id: id, expires_at });
    return expires_at;
  });
}
