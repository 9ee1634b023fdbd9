import { action } from '#lib/service';
import { cancelEmailChange } from '../email-change.confirming.ts';
import { cancelledPage } from '../email-change.page.ts';

export default action('auth.press_cancel_email_change', async function ({ params: { token } }) {
  const { old_email } = await cancelEmailChange(this, token);
  return cancelledPage(old_email);
});
