import { action } from '#lib/service';
import { publishing } from '#mixins/outbox';
import { saveName } from '../user.store.ts';

export default action('users.update', async function ({ params: { name }, meta, requestID }) {
  const { user_id } = meta.caller!;
  return publishing(this, { requestID, user_id }, async (tx) => {
    const user = await saveName(tx, user_id, name, meta.if_match);
    const { email, email_verified } = user;
    await tx.publish('user.updated', { user_id, email, name, email_verified });
    return user;
  });
});
