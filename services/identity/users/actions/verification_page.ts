import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { world } from '#lib/world';
import { isVerificationToken, userIn } from '../verification.link.ts';
import { askingPage, verifiedPage } from '../verification.page.ts';
import { findAddress } from '../verification.store.ts';

export default action('users.verification_page', async function ({ params: { token } }) {
  const user_id = userIn(token);
  const user = user_id && (await findAddress(this.db, user_id));
  const { link_secret } = settingsOf(this.broker);
  if (!user || !isVerificationToken(link_secret, { user_id, email: user.email }, token, world.now()))
    throw fail('VERIFICATION_LINK_INVALID');
  return user.verified_at ? verifiedPage(user.email) : askingPage(user.email, token);
});
