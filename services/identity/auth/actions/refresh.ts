import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { signer } from '../access-token.jwt.ts';
import { endLoginSessions } from '../login-session.ending.ts';
import { lockLoginSession, saveRotation } from '../login-session.store.ts';
import { hashOfToken, refreshTokenOf, tokens } from '../login-session.tokens.ts';
import { currentAfter, rotate, successorOf } from '../refresh-token.rules.ts';

export default action('auth.refresh', async function ({ params: { refresh_token }, meta, requestID }) {
  const { link_secret } = settingsOf(this.broker);
  const sign = await signer(this);
  const hash = hashOfToken(refresh_token);
  const fresh = await publishing(this, { requestID }, async (tx) => {
    const found = await lockLoginSession(tx, hash);
    if (!found) return undefined;
    const { session, presented } = found;
    const { id, user_id, created_at, current_token, amr } = session;
    const holder = { user_id, login_session_id: id, amr };
    const at = world.now();
    switch (rotate(session, presented, at)) {
      case 'rotated': {
        const next = refreshTokenOf(successorOf(link_secret, refresh_token), created_at, at);
        await saveRotation(tx, { id, spent: hash, address: meta.address ?? null }, next.stored);
        return tokens(holder, next, sign, at);
      }
      case 'repeated': {
        const token = currentAfter(link_secret, refresh_token, (each) => hashOfToken(each) === current_token);
        return token === undefined ? undefined : tokens(holder, { token }, sign, at);
      }
      case 'reused':
        await tx.publish('token_reuse.detected', { user_id, login_session_id: id, at });
        await endLoginSessions(tx, user_id, { only: id }, 'token_reuse');
        return undefined;
      case 'invalid':
        return undefined;
    }
  });
  // Refused only now: the findings about the old token must be committed.
  if (!fresh) throw fail('REFRESH_TOKEN_INVALID');
  return fresh;
});
