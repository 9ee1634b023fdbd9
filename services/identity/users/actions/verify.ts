import { action } from '#lib/service';
import { verifiedPage } from '../verification.page.ts';
import { verifyByLink } from '../verification.using.ts';

export default action('users.verify', async function ({ params: { token }, requestID }) {
  return verifiedPage(await verifyByLink(this, token, requestID ?? null));
});
