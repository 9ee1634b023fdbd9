// How a deletion is taken back, by whatever showed whose the account is.
import type { Result } from '#contracts';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { unschedule } from '#mixins/timers';
import { lockDeletion, saveDeletion } from './deletion.store.ts';

/** Signs nobody in: how often somebody must show who they are is for login to say. Undefined where it was erased since. */
export const undoDeletion = (
  service: Service,
  { user_id, requestID }: { user_id: string; requestID: string | null },
): Promise<Result<'auth.restore'> | undefined> =>
  publishing(service, { requestID, user_id }, async (tx) => {
    const kept = await lockDeletion(tx, user_id);
    if (!kept) return undefined;
    if (!kept.deletion) return { user_id };
    const version = await saveDeletion(tx, user_id, null);
    await unschedule(tx, { name: 'auth.erasure', key: user_id });
    await tx.publish('user.restored', { user_id, restored_at: world.now(), version });
    return { user_id };
  });
