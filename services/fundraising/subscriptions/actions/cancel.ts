import { command } from '#mixins/actors';
import { byLink, holderOf } from '../subscription.link.ts';
import { cancel } from '../subscription.rules.ts';
import { shown, subscriptionActor } from '../subscription.store.ts';

export default command('subscriptions.cancel', {
  actor: subscriptionActor,
  rule: cancel,
  load: byLink,
  idempotencyScope: holderOf,
  reply: shown,
});
