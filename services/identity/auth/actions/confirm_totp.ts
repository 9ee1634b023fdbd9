import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { changing, firstRecoveryCodes } from '../factors.ts';
import { lockTotp, saveStep } from '../second-factor.store.ts';
import { codeIn, stepOf } from '../totp.codes.ts';
import { isWaiting } from '../totp.enrolment.rules.ts';
import { unsealApp } from '../totp.sealing.ts';

/** Nothing but the code: whoever has the secret has shown that it is they when it was made. */
export default action('auth.confirm_totp', async function (ctx) {
  return changing(this, ctx, async (tx, { user_id }) => {
    const totp = await lockTotp(tx, user_id);
    const at = world.now();
    if (!totp || !isWaiting(totp, at)) throw fail('TOTP_NOT_ENROLLED');
    const code = codeIn(ctx.params.code);
    const secret = unsealApp(this, user_id, totp.secret);
    const step = secret && code && stepOf(secret, code, at, null);
    if (typeof step !== 'number') throw fail('SECOND_FACTOR_WRONG');
    const recovery_codes = await firstRecoveryCodes(tx, user_id);
    await saveStep(tx, user_id, step, at);
    await tx.publish('user.factor_added', { user_id, factor: 'totp', name: null, at });
    return { recovery_codes };
  });
});
