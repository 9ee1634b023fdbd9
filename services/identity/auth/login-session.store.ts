// The only file that knows how login sessions and refresh tokens are stored.
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';
import type { AuthenticationMethod } from './authentication-methods.rules.ts';
import type { TokenState } from './refresh-token.rules.ts';

export interface LoginSession extends TokenState {
  id: string;
  user_id: string;
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
  { id, user_id, amr }: Pick<LoginSession, 'id' | 'user_id' | 'amr'>,
  { hash, created_at, expires_at }: StoredToken,
): Promise<void> {
  await db.query({
    name: 'login_sessions.insert',
    text: `with opened as (
        insert into login_sessions (id, user_id, created_at, last_used_at, current_token, amr)
        values ($1, $2, $4, $4, $3, $6))
      insert into refresh_tokens (hash, login_session_id, created_at, expires_at) values ($3, $1, $4, $5)`,
    values: [id, user_id, hash, created_at, expires_at, amr],
  });
}

/** A login session found by one of its tokens, old or current. */
export interface Found {
  session: LoginSession;
  /** When the given token expires. */
  expires_at: Instant;
}

/** The login session of a token, locked: uses of its other tokens wait. */
export async function lockLoginSession(db: Database, hash: string): Promise<Found | undefined> {
  const { rows } = await db.query<LoginSession & Omit<Found, 'session'>>({
    name: 'login_sessions.lock',
    text: `select s.id, s.user_id, s.amr, s.current_token, s.spent_token, s.spent_at, s.revoked_at, t.expires_at
      from refresh_tokens t
      join login_sessions s on s.id = t.login_session_id
      where t.hash = $1
      for update of s`,
    values: [hash],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { expires_at, ...session } = row;
  return { session, expires_at };
}

/** Saves the login session's new state, and its new current token. */
export async function saveRotation(
  db: Database,
  id: string,
  { spent_token, spent_at }: TokenState,
  { hash, created_at, expires_at }: StoredToken,
): Promise<void> {
  await db.query({
    name: 'login_sessions.rotate',
    text: `with issued as (
        insert into refresh_tokens (hash, login_session_id, created_at, expires_at) values ($2, $1, $3, $4))
      update login_sessions set current_token = $2, last_used_at = $3, spent_token = $5, spent_at = $6 where id = $1`,
    values: [id, hash, created_at, expires_at, spent_token, spent_at],
  });
}

export async function revokeLoginSession(
  db: Database,
  id: string,
  because: string,
  at: Instant,
): Promise<void> {
  await db.query({
    name: 'login_sessions.revoke',
    text: 'update login_sessions set revoked_at = $3, revoked_because = $2 where id = $1',
    values: [id, because, at],
  });
}

/** Ends a user's login sessions. Locked in one order: two at once would deadlock. */
export async function revokeLoginSessionsOf(
  db: Database,
  user_id: string,
  because: string,
  at: Instant,
): Promise<void> {
  await db.query({
    name: 'login_sessions.revoke_all',
    text: `with live as (
        select id from login_sessions where user_id = $1 and revoked_at is null order by id for update)
      update login_sessions set revoked_at = $3, revoked_because = $2 where id in (select id from live)`,
    values: [user_id, because, at],
  });
}
