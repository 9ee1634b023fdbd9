// What auth tells of accounts. Each is applied once, by the inbox: it may be delivered again.
import type { MessageName, MessageOf } from '#contracts';
import type { Delivery, Service, Subscription } from '#lib/service';
import { subscribeExternal } from '#mixins/inbox';
import { publishing, type PublishingTransaction } from '#mixins/outbox';
import { moveUser } from './user.store.ts';
import { sendVerification } from './verification.sending.ts';
import { lockAddress, markHandled, markVerified } from './verification.store.ts';

type Effect<N extends MessageName> = (
  service: Service,
  tx: PublishingTransaction,
  delivery: Delivery<N>,
) => Promise<void>;

const once = <N extends MessageName>(message: N, effect: Effect<N>): Subscription<MessageOf<'users'>> =>
  subscribeExternal(message, (service, delivery) =>
    publishing(service, { requestID: delivery.id, user_id: delivery.user_id }, async (tx) => {
      if (await markHandled(tx, delivery)) await effect(service, tx, delivery);
    }),
  );

export const subscriptions = [
  once('user.registered', async (service, tx, { payload: { user_id }, published_at }) => {
    const user = await lockAddress(tx, user_id);
    if (!user || user.verified_at) return;
    await sendVerification(service, tx, { user_id, email: user.email }, published_at);
  }),
  once('user.address_proved', async (_service, tx, { payload: { user_id, email, at } }) => {
    const user = await lockAddress(tx, user_id);
    if (!user || user.verified_at || user.email !== email) return;
    await markVerified(tx, user_id, at);
    await tx.publish('user.email_verified', { user_id, email, verified_at: at });
  }),
  once('user.email_changed', async (_service, tx, { payload: { user_id, email, at } }) => {
    const user = await moveUser(tx, user_id, email, at);
    if (!user) return;
    await tx.publish('user.updated', { user_id, email, name: user.name, email_verified: true });
    await tx.publish('user.email_verified', { user_id, email, verified_at: at });
  }),
];
