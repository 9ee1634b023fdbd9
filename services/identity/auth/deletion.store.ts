// The only file that knows how it is kept whose account is deleted.
import type { Result } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

/** When an account was deleted, and when it is erased. */
export type Deletion = Omit<Result<'auth.delete'>, 'user_id'>;

/** An account's deletion, null where it is not deleted; undefined where there is no account. Locked: whoever signs in waits. */
export async function lockDeletion(
  tx: Database,
  user_id: string,
): Promise<{ deletion: Deletion | null } | undefined> {
  const { rows } = await tx.query<{ deleted_at: Instant | null; erased_at: Instant | null }>(
    'select deleted_at, erased_at from credentials where user_id = $1 for update',
    [user_id],
  );
  const [row] = rows;
  return row && { deletion: row.deleted_at === null ? null : (row as Deletion) };
}

/** Deletes an account, or restores it (null); returns the version of that. */
export async function saveDeletion(
  tx: Database,
  user_id: string,
  deletion: Deletion | null,
): Promise<number> {
  const { rows } = await tx.query<{ deletion_version: number }>(
    `update credentials set deleted_at = $2, erased_at = $3, deletion_version = deletion_version + 1
     where user_id = $1 returning deletion_version`,
    [user_id, deletion?.deleted_at ?? null, deletion?.erased_at ?? null],
  );
  return rows[0]!.deletion_version;
}
