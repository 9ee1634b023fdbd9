import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { deleteCredentials } from '../credentials.store.ts';
import { proveAgain } from '../second-factor.ts';

/** By a proof once more: a token that somebody found must not suffice. What others keep goes by the message. */
export default action('auth.erase', async function (ctx) {
  const { user_id } = ctx.meta.caller!;
  await proveAgain(this, ctx.params, ctx);
  const erased_at = world.now();
  return publishing(this, { requestID: ctx.requestID, user_id }, async (tx) => {
    // Of two at once the second finds nothing.
    if (!(await deleteCredentials(tx, user_id))) throw fail('CREDENTIALS_WRONG');
    await tx.publish('user.erased', { user_id, erased_at });
    return { user_id, erased_at };
  });
});
