import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { changing, factorsOf, makeRecoveryCodes } from '../factors.ts';
import { proveAgain } from '../second-factor.ts';

export default action('auth.renew_recovery_codes', async function (ctx) {
  await proveAgain(this, ctx.params, ctx);
  return changing(this, ctx, async (tx, { user_id }) => {
    const { totp, passkeys } = await factorsOf(tx, user_id);
    if (totp === null && passkeys === 0) throw fail('SECOND_FACTOR_NOT_FOUND');
    await tx.publish('user.recovery_codes_renewed', { user_id, at: world.now() });
    return { recovery_codes: await makeRecoveryCodes(tx, user_id) };
  });
});
