// How an account comes about: the address is auth's to give, the profile users' to keep.
import type { Permission, User } from '#contracts';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { world } from '#lib/world';
import { telling, type Telling } from '#mixins/outbox';
import { addressOf } from './credentials.ts';
import { claimAddress, completeCredentials } from './credentials.store.ts';
import { hashOf } from './password.argon2.ts';

export interface NewAccount {
  email: string;
  password: string;
  name: string;
  permissions: Permission[];
}

type From = Pick<Ctx<unknown>, 'call'> & { requestID?: string | null };

/**
 * Opens an account; `then` runs in the transaction in which that happens. Wherever it breaks off before, the address
 * is free for the next attempt, which goes on with the same user_id; of several attempts the first to end has it.
 * Throws EMAIL_TAKEN, and BUSY.
 */
export async function openAccount<T>(
  service: Service,
  from: From,
  { password, name, permissions, ...given }: NewAccount,
  then: (tx: Telling, user: User) => Promise<T>,
): Promise<T> {
  const email = addressOf(given.email);
  const user_id = await claimAddress(service.db, email, world.newId());
  if (!user_id) throw fail('EMAIL_TAKEN');
  const password_hash = await hashOf(password);
  const user = await from.call('users.create', { user_id, email, name, permissions });
  return telling(service, { requestID: from.requestID ?? null, by: user_id }, async (tx) => {
    if (!(await completeCredentials(tx, { user_id, password_hash, permissions }, world.now()))) {
      throw fail('EMAIL_TAKEN');
    }
    return then(tx, user);
  });
}
