import { fail } from '#lib/errors';
import { addressOf } from '#lib/mail-address';
import type { Service } from '#lib/service';
import { findCredentials, type Credentials } from './credentials.store.ts';

/** The account with this address, for operators. Throws ACCOUNT_NOT_FOUND. */
export async function accountAt({ db }: Service, email: string): Promise<Credentials> {
  const credentials = await findCredentials(db, addressOf(email));
  if (!credentials) throw fail('ACCOUNT_NOT_FOUND');
  return credentials;
}
