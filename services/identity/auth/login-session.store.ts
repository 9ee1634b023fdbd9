// The only file that knows how login sessions and refresh tokens are stored.
import type { OpenLoginSession } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';
import type { AuthenticationMethod } from './authentication-methods.rules.ts';
import type { PresentedToken, TokenState } from './refresh-token.rules.ts';

export interface LoginSession extends TokenState {
  id: string;
  user_id: string;
  created_at: Instant;
  /** How it was opened. */
  amr: AuthenticationMethod[];
}

/** A refresh token as it is stored. */
export interface StoredToken {
  /** SHA-256 of the token, in hex. */
  hash: string;
  created_at: Instant;
  expires_at: Instant;
}

/** A login session with its first token. */
export async function insertLoginSession(
  db: Database,
  {
    id,
    user_id,
    amr,
    device,
    address,
  }: Pick<LoginSession, 'id' | 'user_id' | 'amr'> & Pick<OpenLoginSession, 'device' | 'address'>,
  { hash, created_at, expires_at }: StoredToken,
): Promise<void> {
  await db.query({
    name: 'login_sessions.insert',
    text: `with opened as (
        insert into login_sessions (id, user_id, created_at, last_used_at, device, address, current_token, amr)
        values ($1, $2, $4, $4, $6, $7, $3, $8))
      insert into refresh_tokens (hash, login_session_id, created_at, expires_at) values ($3, $1, $4, $5)`,
    values: [id, user_id, hash, created_at, expires_at, device, address, amr],
  });
}

/** A login session found by one of its tokens, old or current. */
export interface Found {
  session: LoginSession;
  presented: PresentedToken;
}

/** The login session of a token, locked: uses of its other tokens wait. */
export async function lockLoginSession(db: Database, hash: string): Promise<Found | undefined> {
  // Locked first: a use that was waited for has changed the tokens as well.
  const { rows: locked } = await db.query<LoginSession>({
    name: 'login_sessions.lock',
    text: `select s.id, s.user_id, s.created_at, s.amr, s.current_token, s.revoked_at
      from refresh_tokens t
      join login_sessions s on s.id = t.login_session_id
      where t.hash = $1
      for update of s`,
    values: [hash],
  });
  const [session] = locked;
  if (!session) return undefined;
  const { rows } = await db.query<PresentedToken>({
    name: 'refresh_tokens.presented',
    text: 'select hash, expires_at, spent_at from refresh_tokens where hash = $1',
    values: [hash],
  });
  const [presented] = rows;
  return presented && { session, presented };
}

/** The token `spent` was used, and `next` is the login session's current one. */
export async function saveRotation(
  db: Database,
  { id, spent, address }: { id: string; spent: string; address: string | null },
  { hash, created_at, expires_at }: StoredToken,
): Promise<void> {
  await db.query({
    name: 'login_sessions.rotate',
    text: `with issued as (
        insert into refresh_tokens (hash, login_session_id, created_at, expires_at) values ($2, $1, $3, $4)),
      spent as (update refresh_tokens set spent_at = $3 where hash = $5)
      update login_sessions set current_token = $2, last_used_at = $3, address = coalesce($6, address) where id = $1`,
    values: [id, hash, created_at, expires_at, spent, address],
  });
}

/** Which of a user's login sessions: one, all but one, or all. */
export type Which = { only: string } | { except: string | null };

/** Revokes those that are not, and returns their ids. Waits for refreshes that are under way. */
export async function revokeLoginSessions(
  tx: Database,
  user_id: string,
  which: Which,
  because: string,
  at: Instant,
): Promise<string[]> {
  const [only, except] = 'only' in which ? [which.only, null] : [null, which.except];
  const { rows } = await tx.query<{ id: string }>({
    name: 'login_sessions.revoke',
    // In one order for all: two that end the same ones must not wait for each other.
    text: `with those as materialized (
        select id from login_sessions where user_id = $1 and revoked_at is null
          and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
        order by id for update)
      update login_sessions s set revoked_at = $5, revoked_because = $4 from those where s.id = those.id returning s.id`,
    values: [user_id, only, except, because, at],
  });
  return rows.map(({ id }) => id).sort();
}

/** Whether the user has or had this login session. */
export async function isLoginSessionOf(db: Database, user_id: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query('select from login_sessions where id = $1 and user_id = $2', [
    id,
    user_id,
  ]);
  return rowCount === 1;
}

const IS_OPEN = `revoked_at is null and exists (
  select from refresh_tokens t where t.hash = s.current_token and t.expires_at > now())`;

/** A page of a user's login sessions that are open, the newest first. */
export async function findLoginSessions(
  db: Database,
  user_id: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<Omit<OpenLoginSession, 'current'>[]> {
  const { rows } = await db.query<Omit<OpenLoginSession, 'current'>>({
    name: 'login_sessions.list',
    text: `select id, device, address, created_at, last_used_at from login_sessions s
      where user_id = $1 and ($2::uuid is null or id < $2) and ${IS_OPEN} order by id desc limit $3`,
    values: [user_id, before, limit],
  });
  return rows;
}

/** How many of a user's login sessions are open, and when one was used last. */
export async function countLoginSessions(db: Database, user_id: string) {
  const { rows } = await db.query<{ login_sessions: number; last_used_at: Instant | null }>(
    `select count(*) filter (where ${IS_OPEN})::int login_sessions, max(last_used_at) last_used_at
     from login_sessions s where user_id = $1`,
    [user_id],
  );
  return rows[0]!;
}
