// What is common to all changes of second factors.
import type { Factors } from '#contracts';
import type { Database } from '#lib/database';
import { fail } from '#lib/errors';
import type { Ctx, Service } from '#lib/service';
import { publishing, type PublishingTransaction } from '#mixins/outbox';
import { lockAccount, type Credentials } from './credentials.store.ts';
import { findPasskeys } from './passkey.store.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { countRecoveryCodes, findTotp, replaceRecoveryCodes } from './second-factor.store.ts';

/** Which second factors an account has. */
export async function factorsOf(db: Database, user_id: string): Promise<Factors> {
  const since = (await findTotp(db, user_id))?.confirmed_at;
  return {
    totp: since ? { since } : null,
    passkeys: (await findPasskeys(db, user_id)).length,
    recovery_codes_left: await countRecoveryCodes(db, user_id),
  };
}

/** Changes the factors of the caller's account, one change after another. Throws USER_NOT_FOUND where it was erased. */
export const changing = <T>(
  service: Service,
  { meta, requestID }: Pick<Ctx<unknown>, 'meta' | 'requestID'>,
  work: (tx: PublishingTransaction, account: Credentials) => Promise<T>,
): Promise<T> => {
  const { user_id } = meta.caller!;
  return publishing(service, { requestID, user_id }, async (tx) => {
    const account = await lockAccount(tx, user_id);
    if (!account) throw fail('USER_NOT_FOUND', { user_id });
    return work(tx, account);
  });
};

/** New recovery codes in the place of all others. */
export async function makeRecoveryCodes(tx: Database, user_id: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, user_id, codes.map(hashOfRecoveryCode));
  return codes;
}

/** Recovery codes for an account's first second factor; null where it has another. Called before it is added. */
export async function firstRecoveryCodes(tx: Database, user_id: string): Promise<string[] | null> {
  const { totp, passkeys } = await factorsOf(tx, user_id);
  return totp === null && passkeys === 0 ? makeRecoveryCodes(tx, user_id) : null;
}
