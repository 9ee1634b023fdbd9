// What an account has beside its password, all together: for those who take it all away.
import type { Database } from '#lib/database';

/** Deletes every second factor, passkey and recovery code of an account. */
export async function forgetFactors(tx: Database, user_id: string): Promise<void> {
  for (const table of ['totp', 'recovery_codes', 'passkeys', 'passkey_challenges'])
    await tx.query(`delete from ${table} where user_id = $1`, [user_id]);
}

/** Deletes the recovery codes where there is no second factor any more that they could stand in for. */
export async function pruneRecoveryCodes(tx: Database, user_id: string): Promise<void> {
  await tx.query(
    `delete from recovery_codes where user_id = $1
       and not exists (select from totp where user_id = $1 and confirmed_at is not null)
       and not exists (select from passkeys where user_id = $1)`,
    [user_id],
  );
}
