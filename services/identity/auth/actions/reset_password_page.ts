import { action } from '#lib/service';
import { resetOf } from '../password-reset.link.ts';
import { resetPage } from '../password-reset.page.ts';

export default action('auth.reset_password_page', async function ({ params: { token } }) {
  const { email } = await resetOf(this, token);
  return resetPage(email, token);
});
