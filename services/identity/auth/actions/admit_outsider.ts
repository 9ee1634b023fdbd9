import { DEFAULT_ROLE } from '#contracts/identity/roles';
import { addressOf } from '#lib/mail-address';
import { action } from '#lib/service';
import { uuidv5, world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { insertOutsider, isOutsider } from '../access-token.store.ts';

/**
 * A user of another provider is one of their own, whatever address they have: whoever may write addresses there could otherwise
 * take over accounts here.
 */
export default action('auth.admit_outsider', async function (ctx) {
  const { issuer, subject, name } = ctx.params;
  const user_id = uuidv5(`${issuer} ${subject}`);
  if (await isOutsider(this.db, user_id)) return { user_id };
  const profile = { user_id, email: addressOf(ctx.params.email), name };
  await ctx.call('users.create', profile);
  await publishing(this, { requestID: ctx.requestID, user_id }, async (tx) => {
    if (!(await insertOutsider(tx, { user_id, issuer, subject }, world.now()))) return;
    await tx.publish('user.registered', { ...profile, roles: [DEFAULT_ROLE] });
  });
  return { user_id };
});
