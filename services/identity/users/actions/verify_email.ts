import { action } from '#lib/service';
import { verifyByLink } from '../verification.using.ts';

export default action('users.verify_email', async function ({ params: { token }, requestID }) {
  return { email: await verifyByLink(this, token, requestID ?? null) };
});
