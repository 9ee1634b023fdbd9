import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { isScheduled, job } from '#mixins/timers';
import { deleteCredentials } from './credentials.store.ts';
import { lockDeletion } from './deletion.store.ts';

/** A deleted account is erased: what auth keeps goes here, what others keep by the message. */
export const erasure = job('auth.erasure', (service, { name, key, due_at }) =>
  publishing(service, { user_id: key }, async (tx) => {
    const kept = await lockDeletion(tx, key);
    // Under the lock: whoever restored it, or deleted it once more, has changed the timer as well.
    if (!kept?.deletion || !(await isScheduled(tx, { name, key, due_at }))) return;
    await deleteCredentials(tx, key);
    await tx.publish('user.erased', { user_id: key, erased_at: world.now() });
  }),
);
