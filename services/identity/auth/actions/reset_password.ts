import { action } from '#lib/service';
import { resetPassword } from '../password-reset.using.ts';

export default action('auth.reset_password', async function (ctx) {
  const { revoked } = await resetPassword(this, ctx, ctx.params);
  return { revoked };
});
