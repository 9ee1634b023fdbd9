import { action } from '#lib/service';
import { changeOf } from '../email-change.confirming.ts';
import { readEmailLink } from '../email-change.link.ts';
import { changePage } from '../email-change.page.ts';

export default action('auth.confirm_email_page', async function ({ params: { token } }) {
  const { old_email, new_email } = await changeOf(this, readEmailLink(this, token).id);
  return changePage(old_email, new_email, token);
});
