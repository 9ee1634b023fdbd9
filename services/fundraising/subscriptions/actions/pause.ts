import { command } from '#mixins/actors';
import { byLink, holderOf } from '../subscription.link.ts';
import { pause } from '../subscription.rules.ts';
import { shown, subscriptionActor } from '../subscription.store.ts';

export default command('subscriptions.pause', {
  actor: subscriptionActor,
  rule: pause,
  load: byLink,
  idempotencyScope: holderOf,
  reply: shown,
});
