import { command } from '#mixins/actors';
import { byLink, linksOf } from '../subscription.link.ts';
import { subscriptionPage } from '../subscription.page.ts';
import { cancel } from '../subscription.rules.ts';
import { subscriptionActor } from '../subscription.store.ts';

export default command('subscriptions.end', {
  actor: subscriptionActor,
  rule: cancel,
  load: byLink,
  reply: (subscription, service) => subscriptionPage(subscription, linksOf(service, subscription.id)),
});
