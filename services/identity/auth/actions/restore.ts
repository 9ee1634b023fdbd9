import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { unschedule } from '#mixins/timers';
import { lockDeletion, saveDeletion } from '../deletion.store.ts';
import { checkPassword } from '../password.checking.ts';

/** Signs nobody in: how often somebody must show who they are is for login to say. */
export default action('auth.restore', async function ({ params, meta, requestID }) {
  const credentials = await checkPassword(this, params, meta);
  const { user_id } = credentials;
  return publishing(this, { requestID, user_id }, async (tx) => {
    const kept = await lockDeletion(tx, user_id);
    if (!kept) throw fail('CREDENTIALS_WRONG'); // erased since
    if (!kept.deletion) return { user_id };
    const version = await saveDeletion(tx, user_id, null);
    await unschedule(tx, { name: 'auth.erasure', key: user_id });
    await tx.publish('user.restored', { user_id, restored_at: world.now(), version });
    return { user_id };
  });
});
