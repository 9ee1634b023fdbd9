import { addressOf } from '#lib/mail-address';
import { action } from '#lib/service';
import { accountAt } from '../account.finding.ts';
import { openEmailChange } from '../email-change.opening.ts';

export default action('auth.move_account', async function ({ params, requestID }) {
  const credentials = await accountAt(this, params.email);
  const new_email = addressOf(params.new_email);
  const wish = { new_email, asksOld: false, requestID: requestID ?? null };
  return { new_email, expires_at: await openEmailChange(this, credentials, wish) };
});
