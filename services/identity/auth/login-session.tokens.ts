// The pair of tokens at the end of every way to sign in.
import type { Tokens } from '#contracts';
import type { Meta } from '#lib/service';
import { world, type Instant } from '#lib/world';
import type { PublishingTransaction } from '#mixins/outbox';
import { hash } from 'node:crypto';
import { ACCESS_TOKEN_S, type Holder, type Sign } from './access-token.jwt.ts';
import type { AuthenticationMethod } from './authentication-methods.rules.ts';
import { deviceOf } from './device.rules.ts';
import { rememberNetwork } from './known-network.store.ts';
import { insertLoginSession, type StoredToken } from './login-session.store.ts';
import { expiryOf } from './refresh-token.rules.ts';

/** A refresh token for its owner, and its stored form. */
export interface NewToken {
  token: string;
  stored: StoredToken;
}

/** `token` as it is stored when it is issued, of a login session that was opened then. */
export const refreshTokenOf = (token: string, opened_at: Instant, at: Instant): NewToken => ({
  token,
  stored: { hash: hashOfToken(token), created_at: at, expires_at: expiryOf(opened_at, at) },
});

export const hashOfToken = (token: string): string => hash('sha256', token);

/** Creates a login session, and publishes that, in the transaction `tx`. `amr`: how they have shown who they are. */
export async function openLoginSession(
  tx: PublishingTransaction,
  { user_id, amr }: { user_id: string; amr: AuthenticationMethod[] },
  sign: Sign,
  { address = null, user_agent }: Pick<Meta, 'user_agent'> & { address?: string | null },
): Promise<Tokens> {
  const at = world.now();
  const login_session_id = world.newId();
  const device = deviceOf(user_agent);
  // 256 random bits; those that follow it are derived from it.
  const refreshToken = refreshTokenOf(world.newSecret(32), at, at);
  await insertLoginSession(tx, { id: login_session_id, user_id, amr, device, address }, refreshToken.stored);
  await tx.publish('user.logged_in', { user_id, login_session_id, at });
  if (address !== null && (await rememberNetwork(tx, user_id, address, at)))
    await tx.publish('new_device.detected', { user_id, login_session_id, device, address, at });
  return tokens({ user_id, login_session_id, amr }, refreshToken, sign, at);
}

/** The reply to a login or a refresh. */
export const tokens = (
  holder: Holder,
  { token }: Pick<NewToken, 'token'>,
  sign: Sign,
  at: Instant,
): Tokens => ({
  access_token: sign(holder, at),
  refresh_token: token,
  expires_in: ACCESS_TOKEN_S,
});
