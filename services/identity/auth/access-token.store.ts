// The only file that knows how tokens for programs are stored, and users of another provider.
import type { AccessToken, Permission } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface NewAccessToken extends Omit<AccessToken, 'last_used_at'> {
  user_id: string;
  /** SHA-256 of the token, in hex. */
  hash: string;
}

/** Saves a token, unless its user has `most` of them that are valid. */
export async function insertAccessToken(
  tx: Database,
  { id, user_id, name, hash, permissions, created_at, expires_at }: NewAccessToken,
  most: number,
): Promise<boolean> {
  // Of several at once each sees those before it.
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`access tokens of ${user_id}`]);
  const { rowCount } = await tx.query(
    `insert into access_tokens (id, user_id, name, hash, permissions, created_at, expires_at)
     select $1, $2, $3, $4, $5, $6, $7
     where (select count(*) from access_tokens where user_id = $2 and expires_at > $6) < $8`,
    [id, user_id, name, hash, permissions, created_at, expires_at, most],
  );
  return rowCount === 1;
}

/** The valid ones, newest first. */
export async function listAccessTokens(db: Database, user_id: string, at: Instant): Promise<AccessToken[]> {
  const { rows } = await db.query<AccessToken>(
    `select id, name, permissions, created_at, expires_at, last_used_at from access_tokens
     where user_id = $1 and expires_at > $2 order by created_at desc, id`,
    [user_id, at],
  );
  return rows;
}

/** Whether it was there. */
export async function deleteAccessToken(tx: Database, user_id: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('delete from access_tokens where user_id = $1 and id = $2', [
    user_id,
    id,
  ]);
  return rowCount === 1;
}

interface Used {
  id: string;
  user_id: string;
  permissions: Permission[];
  created_at: Instant;
  expires_at: Instant;
}

/** The valid token with this hash, which is used now. */
export async function useAccessToken(db: Database, hash: string, at: Instant): Promise<Used | undefined> {
  const { rows } = await db.query<Used>({
    name: 'access_tokens.use',
    text: `update access_tokens set last_used_at = $2 where hash = $1 and expires_at > $2
        and not exists (select from credentials c where c.user_id = access_tokens.user_id and deleted_at is not null)
      returning id, user_id, permissions, created_at, expires_at`,
    values: [hash, at],
  });
  return rows[0];
}

/** Whether this user of another provider is new. */
export async function insertOutsider(
  tx: Database,
  { user_id, issuer, subject }: { user_id: string; issuer: string; subject: string },
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into outsiders (user_id, issuer, subject, first_seen_at) values ($1, $2, $3, $4)
     on conflict (user_id) do nothing`,
    [user_id, issuer, subject, at],
  );
  return rowCount === 1;
}

export async function isOutsider(db: Database, user_id: string): Promise<boolean> {
  return (await db.query('select from outsiders where user_id = $1', [user_id])).rowCount === 1;
}

/** Deletes all of a user; returns their ids. */
export async function deleteAccessTokens(tx: Database, user_id: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'delete from access_tokens where user_id = $1 returning id',
    [user_id],
  );
  return rows.map(({ id }) => id);
}
