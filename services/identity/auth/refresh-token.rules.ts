import { addMs, type Instant } from '#lib/world';

/** How long a refresh token is valid. */
export const REFRESH_TOKEN_MS = 7 * 24 * 60 * 60 * 1000;

// A client whose connection broke retries at once; a later use is by somebody else.
export const GRACE_MS = 10_000;

/** A login session's current and last token, as hashes. All its other tokens are old. */
export interface TokenState {
  current_token: string;
  /** The token used last, and when it was first used. */
  spent_token: string | null;
  spent_at: Instant | null;
  revoked_at: Instant | null;
}

/** `reused`: an old token came, from a thief or from the victim of one. The login session must be revoked. */
export type Rotation =
  { outcome: 'rotated'; state: TokenState } | { outcome: 'invalid' } | { outcome: 'reused' };

/**
 * The consequence of using the token `presented`, one of this login session's; `next` is the hash of its successor.
 * The immediate retry after a lost reply gets a fresh successor: for GRACE_MS after its use, the token used last may
 * be used again, while its successor has not been. The first successor is then old (RFC 9700, 4.14.2: rotation).
 */
export function rotate(
  state: TokenState,
  presented: { hash: string; expires_at: Instant },
  next: string,
  at: Instant,
): Rotation {
  if (state.revoked_at) return { outcome: 'invalid' };
  if (presented.hash === state.current_token) {
    if (presented.expires_at <= at) return { outcome: 'invalid' };
    const spent = { spent_token: presented.hash, spent_at: at };
    return { outcome: 'rotated', state: { ...state, ...spent, current_token: next } };
  }
  const { spent_token, spent_at } = state;
  const isRetry = presented.hash === spent_token && spent_at !== null && at <= addMs(spent_at, GRACE_MS);
  return isRetry ? { outcome: 'rotated', state: { ...state, current_token: next } } : { outcome: 'reused' };
}
