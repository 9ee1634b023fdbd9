// What the link that verifies an address does.
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { publishing } from '#mixins/outbox';
import { isVerificationToken, userIn } from './verification.link.ts';
import { lockAddress, markVerified } from './verification.store.ts';

/** Verifies the address that it returns; again, it changes nothing. Throws VERIFICATION_LINK_INVALID. */
export async function verifyByLink(
  service: Service,
  token: string,
  requestID: string | null,
): Promise<string> {
  const { link_secret } = settingsOf(service.broker);
  const user_id = userIn(token);
  if (!user_id) throw fail('VERIFICATION_LINK_INVALID');
  return publishing(service, { requestID, user_id }, async (tx) => {
    const user = await lockAddress(tx, user_id);
    const at = world.now();
    if (!user || !isVerificationToken(link_secret, { user_id, email: user.email }, token, at))
      throw fail('VERIFICATION_LINK_INVALID');
    const { email, verified_at } = user;
    if (!verified_at) {
      await markVerified(tx, user_id, at);
      await tx.publish('user.email_verified', { user_id, email, verified_at: at });
    }
    return email;
  });
}
