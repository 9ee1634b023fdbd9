import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { signer } from '../access-token.jwt.ts';
import { lockLoginSession, revokeLoginSession, saveRotation } from '../login-session.store.ts';
import { hashOfToken, newRefreshToken, tokens } from '../login-session.tokens.ts';
import { rotate } from '../refresh-token.rules.ts';

export default action('auth.refresh', async function ({ params: { refresh_token }, requestID }) {
  const sign = await signer(this.db);
  const hash = hashOfToken(refresh_token);
  const fresh = await publishing(this, { requestID }, async (tx) => {
    const found = await lockLoginSession(tx, hash);
    if (!found) return undefined;
    const { session, expires_at } = found;
    const { id, user_id, amr } = session;
    const at = world.now();
    const next = newRefreshToken(at);
    const rotation = rotate(session, { hash, expires_at }, next.stored.hash, at);
    if (rotation.outcome === 'reused') {
      await revokeLoginSession(tx, id, 'token_reuse', at);
      await tx.publish('token_reuse.detected', { user_id, login_session_id: id, at });
    }
    if (rotation.outcome !== 'rotated') return undefined;
    await saveRotation(tx, id, rotation.state, next.stored);
    return tokens({ user_id, login_session_id: id, amr }, next, sign);
  });
  // Refused only now: the findings about the old token must be committed.
  if (!fresh) throw fail('REFRESH_TOKEN_INVALID');
  return fresh;
});
