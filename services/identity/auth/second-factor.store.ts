// The only file that knows how authenticator apps and recovery codes are stored.
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';
import type { Guesses } from './guesses.rules.ts';

export interface Totp extends Guesses {
  user_id: string;
  /** By `seal`. */
  secret: Buffer;
  enrolled_at: Instant;
  /** Null: not on yet. */
  confirmed_at: Instant | null;
  /** Of the newest code that was used. */
  last_step: number | null;
}

const FIND = 'select * from totp where user_id = $1';

export async function findTotp(db: Database, user_id: string): Promise<Totp | undefined> {
  return (await db.query<Totp>(FIND, [user_id])).rows[0];
}

/** The same, locked: of two uses of a code at once the second finds what the first has done. */
export async function lockTotp(tx: Database, user_id: string): Promise<Totp | undefined> {
  return (await tx.query<Totp>(`${FIND} for update`, [user_id])).rows[0];
}

/** Keeps the secret of an app until it is confirmed, in the place of an earlier one. */
export async function replaceTotp(
  tx: Database,
  { user_id, secret, enrolled_at }: Pick<Totp, 'user_id' | 'secret' | 'enrolled_at'>,
): Promise<void> {
  await deleteTotp(tx, user_id);
  await tx.query('insert into totp (user_id, secret, enrolled_at) values ($1, $2, $3)', [
    user_id,
    secret,
    enrolled_at,
  ]);
}

/** A code of `step` was right. */
export async function saveStep(tx: Database, user_id: string, step: number, at: Instant): Promise<void> {
  await tx.query(
    `update totp set last_step = $2, wrong = 0, again_at = null, confirmed_at = coalesce(confirmed_at, $3)
     where user_id = $1`,
    [user_id, step, at],
  );
}

export async function saveGuesses(
  tx: Database,
  user_id: string,
  { wrong, again_at }: Guesses,
): Promise<void> {
  await tx.query('update totp set wrong = $2, again_at = $3 where user_id = $1', [user_id, wrong, again_at]);
}

export async function deleteTotp(tx: Database, user_id: string): Promise<void> {
  await tx.query('delete from totp where user_id = $1', [user_id]);
}

/** How many codes are left. */
export async function countRecoveryCodes(db: Database, user_id: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    'select count(*) n from recovery_codes where user_id = $1 and used_at is null',
    [user_id],
  );
  return rows[0]!.n;
}

/** Keeps these codes, as hashes, in the place of the earlier ones. */
export async function replaceRecoveryCodes(
  tx: Database,
  user_id: string,
  hashes: readonly string[],
): Promise<void> {
  await tx.query('delete from recovery_codes where user_id = $1', [user_id]);
  await tx.query('insert into recovery_codes (user_id, hash) select $1, unnest($2::text[])', [
    user_id,
    hashes,
  ]);
}

/** Whether the code was good: it is then used up. Of two uses at once one is good. */
export async function spendRecoveryCode(
  tx: Database,
  user_id: string,
  hash: string,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null',
    [user_id, hash, at],
  );
  return rowCount === 1;
}
