// How an account is created: auth owns the address, users the profile.
import type { User } from '#contracts';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { world } from '#lib/world';
import { publishing, type PublishingTransaction } from '#mixins/outbox';
import { addressOf } from '#lib/mail-address';
import { findCredentials, insertCredentials } from './credentials.store.ts';
import { hashOf } from './password.argon2.ts';

export interface NewAccount {
  email: string;
  password: string;
  name: string;
  /** Beside what everybody has: of the first admin. */
  roles: string[];
}

type From = Pick<Ctx<unknown>, 'call'> & Partial<Pick<Ctx<unknown>, 'meta' | 'requestID'>>;

/**
 * Creates an account, and publishes that; `then` runs in the same transaction. Of several attempts the first to commit gets
 * the address. Each has a user_id of its own, so an attempt that breaks off or comes second leaves nothing but a profile
 * that nobody knows of. Throws EMAIL_TAKEN, and BUSY.
 */
export async function openAccount<T>(
  service: Service,
  from: From,
  { password, name, roles, ...given }: NewAccount,
  then: (tx: PublishingTransaction, user: User) => Promise<T>,
): Promise<T> {
  const email = addressOf(given.email);
  // Checked first, since most second attempts come much later: they cost no hash and no profile.
  if (await findCredentials(service.db, email)) throw fail('EMAIL_TAKEN');
  const password_hash = await hashOf(password, from.meta?.address);
  const user_id = world.newId();
  const profile = { user_id, email, name };
  const user = await from.call('users.create', profile);
  return publishing(service, { requestID: from.requestID ?? null, user_id: user_id }, async (tx) => {
    const credentials = { user_id, email, password_hash };
    if (!(await insertCredentials(tx, credentials, world.now()))) throw fail('EMAIL_TAKEN');
    await tx.publish('user.registered', { ...profile, roles });
    return then(tx, user);
  });
}
