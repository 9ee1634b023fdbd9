import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { addMs, world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { sendVerification } from '../verification.sending.ts';
import { findRequests, lockAddress } from '../verification.store.ts';

// Whoever opens an account may type anybody's address: that mailbox must not be filled.
const MOST_AN_HOUR = 3;
const HOUR_MS = 3600_000;

export default action('users.request_verification', async function ({ meta: { caller }, requestID }) {
  const { user_id } = caller!;
  return publishing(this, { requestID, user_id }, async (tx) => {
    const user = await lockAddress(tx, user_id);
    if (!user) throw fail('USER_NOT_FOUND', { user_id });
    if (user.verified_at) throw fail('EMAIL_ALREADY_VERIFIED');
    const at = world.now();
    const requests = await findRequests(tx, user_id, addMs(at, -HOUR_MS));
    const [oldest] = requests;
    if (oldest && requests.length >= MOST_AN_HOUR)
      throw fail('VERIFICATION_TOO_OFTEN', { again_at: addMs(oldest, HOUR_MS) });
    const { email } = user;
    return { email, expires_at: await sendVerification(this, tx, { user_id, email }, at) };
  });
});
