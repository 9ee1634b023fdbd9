import { action } from '#lib/service';
import { cancelEmailChange } from '../email-change.confirming.ts';

export default action('auth.cancel_email_change', async function ({ params: { token } }) {
  await cancelEmailChange(this, token);
  return {};
});
