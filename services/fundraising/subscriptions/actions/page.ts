import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { byLink, linksOf } from '../subscription.link.ts';
import { subscriptionPage } from '../subscription.page.ts';
import { subscriptionOf } from '../subscription.store.ts';

export default action('subscriptions.page', async function (ctx) {
  const { id } = ctx.params;
  if (!byLink(this, ctx).has_link) throw fail('SUBSCRIPTION_NOT_FOUND', { id });
  return subscriptionPage(await subscriptionOf(this.db, id), linksOf(this, id));
});
