import { may, ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { byLink } from '../subscription.link.ts';
import { isDonor } from '../subscription.rules.ts';
import { seenByOwner, shown, subscriptionOf } from '../subscription.store.ts';

export default action('subscriptions.get', async function (ctx) {
  const { id } = ctx.params;
  const { caller } = ctx.meta;
  const subscription = shown(await subscriptionOf(this.db, id));
  if (isDonor(subscription, byLink(this, ctx), caller?.user_id) || may(caller, 'subscriptions:read_any'))
    return subscription;
  const { campaign_id, owner_id } = await ctx.call('campaigns.read_view', { id: subscription.campaign_id });
  // To a stranger it does not exist: whether it does is nobody's business.
  if (!ownsOrMay(caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`))
    throw fail('SUBSCRIPTION_NOT_FOUND', { id });
  return seenByOwner(subscription);
});
