import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { changing, factorsOf } from '../factors.ts';
import { pruneRecoveryCodes } from '../factors.store.ts';
import { proveAgain } from '../second-factor.ts';
import { deleteTotp, findTotp } from '../second-factor.store.ts';

export default action('auth.remove_totp', async function (ctx) {
  await proveAgain(this, ctx.params, ctx);
  return changing(this, ctx, async (tx, { user_id }) => {
    if (!(await findTotp(tx, user_id))?.confirmed_at) throw fail('SECOND_FACTOR_NOT_FOUND');
    await deleteTotp(tx, user_id);
    await pruneRecoveryCodes(tx, user_id);
    await tx.publish('user.factor_removed', { user_id, factor: 'totp', name: null, at: world.now() });
    return factorsOf(tx, user_id);
  });
});
