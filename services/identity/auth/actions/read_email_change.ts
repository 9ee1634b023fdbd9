import { action } from '#lib/service';
import { changeOf } from '../email-change.confirming.ts';
import { emailLinkOf } from '../email-change.link.ts';

export default action('auth.read_email_change', async function ({ params: { change_id } }) {
  const { old_email, new_email, old_confirmed_at, expires_at } = await changeOf(this, change_id);
  return {
    old_email,
    new_email,
    old_url: old_confirmed_at === null ? emailLinkOf(this, change_id, 'old') : null,
    new_url: emailLinkOf(this, change_id, 'new'),
    expires_at,
  };
});
