import { command } from '#mixins/actors';
import { byLink, holderOf } from '../subscription.link.ts';
import { resume } from '../subscription.rules.ts';
import { shown, subscriptionActor } from '../subscription.store.ts';

export default command('subscriptions.resume', {
  actor: subscriptionActor,
  rule: resume,
  load: byLink,
  idempotencyScope: holderOf,
  reply: shown,
});
