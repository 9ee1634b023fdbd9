import { action } from '#lib/service';
import { confirmEmail } from '../email-change.confirming.ts';
import { confirmedPage } from '../email-change.page.ts';

export default action('auth.press_confirm_email', async function (ctx) {
  const { email, changed } = await confirmEmail(this, ctx, ctx.params.token);
  return confirmedPage(email, changed);
});
