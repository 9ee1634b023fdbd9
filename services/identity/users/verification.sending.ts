// How a user is sent the link that verifies their address.
import type { Service } from '#lib/service';
import type { Instant } from '#lib/world';
import type { PublishingTransaction } from '#mixins/outbox';
import { verificationLinkOf } from './verification.link.ts';
import { insertRequest } from './verification.store.ts';

/** Publishes it, and counts it; returns until when it is valid. */
export async function sendVerification(
  service: Service,
  tx: PublishingTransaction,
  linked: { user_id: string; email: string },
  at: Instant,
): Promise<Instant> {
  await insertRequest(tx, linked.user_id, at);
  const link = verificationLinkOf(service, linked, at);
  await tx.publish('user.verification_requested', { ...linked, ...link });
  return link.expires_at;
}
