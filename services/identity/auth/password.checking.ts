// How a password is checked: whoever guesses is slowed down, and neither the answer nor its time tells whether there is an account.
import type { Pool } from '#lib/database';
import { fail } from '#lib/errors';
import { addressOf } from '#lib/mail-address';
import type { Meta, Service } from '#lib/service';
import { limitsOfGuess } from './attempts.rules.ts';
import { countAttempt } from './attempts.store.ts';
import { findCredentials, type Credentials } from './credentials.store.ts';
import { isKnownNetwork } from './known-network.store.ts';
import { isPasswordOf } from './password.argon2.ts';

/** The account whose address and password these are. Throws CREDENTIALS_WRONG, ATTEMPTS_TOO_MANY, BUSY. */
export async function checkPassword(
  { db }: Service,
  given: { email: string; password: string },
  { address }: Pick<Meta, 'address'>,
): Promise<Credentials & { password_hash: string }> {
  const email = addressOf(given.email);
  const credentials = await findCredentials(db, email);
  const attempt = await countGuess(db, email, credentials?.user_id, address);
  // Verified even without an account.
  const isRight = await isPasswordOf(credentials?.password_hash, given.password, address).catch(
    async (error: unknown) => {
      // Nothing was guessed.
      await attempt.withdraw();
      throw error;
    },
  );
  if (!credentials || credentials.password_hash === null || !isRight) throw fail('CREDENTIALS_WRONG');
  await attempt.withdraw();
  return { ...credentials, password_hash: credentials.password_hash };
}

/** What comes from no address is the platform's own: that does not guess. */
async function countGuess(db: Pool, email: string, user_id: string | undefined, network: string | undefined) {
  if (network === undefined) return { withdraw: () => Promise.resolve() };
  const isKnown = await isKnownNetwork(db, user_id, network);
  return countAttempt(db, limitsOfGuess({ email, network, isKnown }));
}

/** The same, of who is signed in. Throws also where the account is gone. */
export async function checkOwnPassword(
  service: Service,
  account: Pick<Credentials, 'email'> | undefined,
  password: string,
  meta: Pick<Meta, 'address'>,
): Promise<Credentials> {
  if (!account) throw fail('CREDENTIALS_WRONG');
  return checkPassword(service, { email: account.email, password }, meta);
}
