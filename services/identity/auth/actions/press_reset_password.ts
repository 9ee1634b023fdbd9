import { action } from '#lib/service';
import { resetDonePage } from '../password-reset.page.ts';
import { resetPassword } from '../password-reset.using.ts';

export default action('auth.press_reset_password', async function (ctx) {
  const { email } = await resetPassword(this, ctx, ctx.params);
  return resetDonePage(email);
});
