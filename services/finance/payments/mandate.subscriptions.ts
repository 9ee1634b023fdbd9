import { settingsOf } from '#lib/broker';
import { world } from '#lib/world';
import { subscribeCreating } from '#mixins/actors';
import { subscribeExternal } from '#mixins/inbox';
import { schedule } from '#mixins/timers';
import { openMandate } from './mandate.rules.ts';
import { mandateActor } from './mandate.store.ts';
import { paymentIdOf } from './payment.rules.ts';

export const mandates = [
  subscribeCreating('subscription.created', {
    actor: mandateActor,
    key: 'mandate_id',
    rule: openMandate,
    load: ({ broker }, { subscription_id }) => ({
      subscription_id,
      provider: settingsOf(broker).payment_provider,
    }),
  }),
  // The first payment came: the provider keeps the card by now.
  subscribeExternal('subscription.started', ({ db }, { payload: { mandate_id, pledge_id } }) => {
    const payment_id = paymentIdOf({ kind: 'pledge', id: pledge_id });
    return schedule(db, {
      name: 'payments.save_mandate',
      key: payment_id,
      due_at: world.now(),
      payload: { mandate_id, payment_id },
    });
  }),
];
