// The pair of tokens at the end of every way to sign in.
import type { Tokens } from '#contracts';
import { addMs, world, type Instant } from '#lib/world';
import type { PublishingTransaction } from '#mixins/outbox';
import { hash } from 'node:crypto';
import { ACCESS_TOKEN_S, type Holder, type Sign } from './access-token.jwt.ts';
import type { AuthenticationMethod } from './authentication-methods.rules.ts';
import { insertLoginSession, type StoredToken } from './login-session.store.ts';
import { REFRESH_TOKEN_MS } from './refresh-token.rules.ts';

/** A refresh token for its owner, and its stored form. */
export interface NewToken {
  token: string;
  stored: StoredToken;
}

/** 256 random bits. */
export function newRefreshToken(at: Instant): NewToken {
  const token = world.newSecret(32);
  return {
    token,
    stored: { hash: hashOfToken(token), created_at: at, expires_at: addMs(at, REFRESH_TOKEN_MS) },
  };
}

export const hashOfToken = (token: string): string => hash('sha256', token);

/** Creates a login session, and publishes that, in the transaction `tx`. `amr`: how they have shown who they are. */
export async function openLoginSession(
  tx: PublishingTransaction,
  user_id: string,
  amr: AuthenticationMethod[],
  sign: Sign,
): Promise<Tokens> {
  const at = world.now();
  const login_session_id = world.newId();
  const refreshToken = newRefreshToken(at);
  await insertLoginSession(tx, { id: login_session_id, user_id, amr }, refreshToken.stored);
  await tx.publish('user.logged_in', { user_id, login_session_id, at });
  return tokens({ user_id, login_session_id, amr }, refreshToken, sign);
}

/** The reply to a login or a refresh. */
export const tokens = (holder: Holder, { token, stored }: NewToken, sign: Sign): Tokens => ({
  access_token: sign(holder, stored.created_at),
  refresh_token: token,
  expires_in: ACCESS_TOKEN_S,
});
