import { action } from '#lib/service';
import { confirmEmail } from '../email-change.confirming.ts';

export default action('auth.confirm_email', async function (ctx) {
  return confirmEmail(this, ctx, ctx.params.token);
});
