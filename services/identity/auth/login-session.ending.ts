// How login sessions end before their time: whoever remembers their tokens is told, in the same transaction.
import type { WhyRevoked } from '#contracts';
import { world } from '#lib/world';
import type { PublishingTransaction } from '#mixins/outbox';
import { revokeLoginSessions, type Which } from './login-session.store.ts';
import { insertRevocations } from './revocation.store.ts';

/** Ends those of a user's login sessions that have not ended; returns how many. Let nothing that locks follow it. */
export async function endLoginSessions(
  tx: PublishingTransaction,
  user_id: string,
  which: Which,
  because: WhyRevoked,
): Promise<number> {
  const at = world.now();
  const ended = await revokeLoginSessions(tx, user_id, which, because, at);
  for (const login_session_id of ended)
    await tx.publish('login_session.revoked', { user_id, login_session_id, because, at });
  const revoked = ended.map((subject) => ({ kind: 'login_session' as const, subject }));
  await insertRevocations(tx, revoked, at);
  return ended.length;
}
