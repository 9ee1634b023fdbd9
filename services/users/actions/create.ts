import { action } from '#lib/service';
import { world } from '#lib/world';
import { telling } from '#mixins/outbox';
import { findUser, insertUser } from '../user.store.ts';

export default action('users.create', async function ({ params, requestID }) {
  const { user_id, ...profile } = params;
  const user = { id: user_id, ...profile, created_at: world.now() };
  const isNew = await telling(this, { requestID, by: user_id }, async (tx) => {
    const isInserted = await insertUser(tx, user);
    if (isInserted) await tx.tell('user.registered', params);
    return isInserted;
  });
  return isNew ? user : findUser(this.db, user_id);
});
