import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { removeHash } from '../credentials.store.ts';
import { changing, factorsOf } from '../factors.ts';
import { hasWayIn } from '../passkeys.rules.ts';
import { findPasskeys } from '../passkey.store.ts';
import { proveAgain } from '../second-factor.ts';

/** By a passkey alone, which shows that one can: the way in that is left. */
export default action('auth.remove_password', async function (ctx) {
  await proveAgain(this, ctx.params, ctx);
  return changing(this, ctx, async (tx, { user_id }) => {
    // It may have been removed since.
    if (!hasWayIn(null, await findPasskeys(tx, user_id))) throw fail('LAST_WAY_IN');
    await removeHash(tx, user_id);
    await tx.publish('user.factor_removed', { user_id, factor: 'password', name: null, at: world.now() });
    return factorsOf(tx, user_id);
  });
});
