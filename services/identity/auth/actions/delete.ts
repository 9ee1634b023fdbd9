import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { addMs, world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { schedule } from '#mixins/timers';
import { lockDeletion, saveDeletion } from '../deletion.store.ts';
import { endLoginSessions } from '../login-session.ending.ts';
import { insertRevocations } from '../revocation.store.ts';
import { proveAgain } from '../second-factor.ts';

const DAY_MS = 24 * 3600_000;

/** By a proof once more: a token that somebody found must not suffice. */
export default action('auth.delete', async function (ctx) {
  const { requestID } = ctx;
  const { user_id } = ctx.meta.caller!;
  await proveAgain(this, ctx.params, ctx);
  // Throws LAST_ADMIN.
  await ctx.call('permissions.lay_down_admin', { user_id });
  const deleted_at = world.now();
  const erased_at = addMs(deleted_at, settingsOf(this.broker).erase_after_days * DAY_MS);
  return publishing(this, { requestID, user_id }, async (tx) => {
    const kept = await lockDeletion(tx, user_id);
    if (!kept) throw fail('CREDENTIALS_WRONG'); // erased since
    // Of two at once, and of a repetition, the first counts.
    if (kept.deletion) return { user_id, ...kept.deletion };
    const deletion = { deleted_at, erased_at };
    const version = await saveDeletion(tx, user_id, deletion);
    await schedule(tx, { name: 'auth.erasure', key: user_id, due_at: erased_at, payload: {} });
    await tx.publish('user.deleted', { user_id, ...deletion, version });
    await endLoginSessions(tx, user_id, { except: null }, 'account_deleted');
    await insertRevocations(tx, [{ kind: 'user', subject: user_id }], deleted_at);
    return { user_id, ...deletion };
  });
});
