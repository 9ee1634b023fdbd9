import { addMs, type Instant } from '#lib/world';
import { createHmac } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a refresh token is valid. */
export const REFRESH_TOKEN_MS = 7 * DAY_MS;

/** However often it is used, a login session ends after this (OWASP, Session Management: absolute timeout). */
export const LOGIN_SESSION_MS = 90 * DAY_MS;

/** Until when a token that is issued `at` is valid, of a login session that was opened then. */
export function expiryOf(opened_at: Instant, at: Instant): Instant {
  const [idle, absolute] = [addMs(at, REFRESH_TOKEN_MS), addMs(opened_at, LOGIN_SESSION_MS)];
  return idle < absolute ? idle : absolute;
}

// A client whose connection broke retries at once, and so do tabs that were opened together; a later use is by somebody else.
export const GRACE_MS = 10_000;

// Thousands of uses within one grace are no client's.
const LONGEST_CHAIN = 10_000;

/** What decides about a login session's tokens. All but the current one are spent. */
export interface TokenState {
  /** Its hash. */
  current_token: string;
  revoked_at: Instant | null;
}

/** One of the login session's tokens. */
export interface PresentedToken {
  hash: string;
  expires_at: Instant;
  /** When it was first used. */
  spent_at: Instant | null;
}

/**
 * `rotated`: its successor is the current token now. `repeated`: it was spent a moment ago, and whoever uses it gets what is
 * current. `reused`: an old token came, from a thief or from the victim of one; the login session must be revoked.
 */
export type Rotation = 'rotated' | 'repeated' | 'invalid' | 'reused';

/**
 * What comes of using a token (RFC 9700, 4.14.2). For GRACE_MS after its first use it may be used again: by the retry after a
 * lost reply, by a second tab. All of them get one token, the current one, so that nobody's next use is an old token's.
 */
export function rotate(
  { current_token, revoked_at }: TokenState,
  presented: PresentedToken,
  at: Instant,
): Rotation {
  if (revoked_at !== null) return 'invalid';
  const { hash, expires_at, spent_at } = presented;
  if (hash === current_token) return expires_at <= at ? 'invalid' : 'rotated';
  return spent_at !== null && at <= addMs(spent_at, GRACE_MS) ? 'repeated' : 'reused';
}

/** The token that follows: whoever has one, and not the secret, knows no other. */
export const successorOf = (secret: string, token: string): string =>
  createHmac('sha256', secret).update(`refresh ${token}`).digest('base64url');

/** The token, `token` itself or one that followed it, for which `isCurrent`; undefined where the secret has changed since. */
export function currentAfter(
  secret: string,
  token: string,
  isCurrent: (token: string) => boolean,
): string | undefined {
  let next = token;
  for (let i = 0; i < LONGEST_CHAIN; i++) {
    if (isCurrent(next)) return next;
    next = successorOf(secret, next);
  }
  return undefined;
}
