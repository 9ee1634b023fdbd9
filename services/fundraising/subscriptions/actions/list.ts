import { may, ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { listSubscriptions, seenByOwner } from '../subscription.store.ts';

export default action('subscriptions.list', async function (ctx) {
  const { campaign_id = null, status = null } = ctx.params;
  const caller = ctx.meta.caller!;
  const { user_id } = caller;
  const page = pageQuery(ctx.params);
  const readsAny = may(caller, 'subscriptions:read_any');
  const campaign = campaign_id === null ? null : await ctx.call('campaigns.read_view', { id: campaign_id });
  const isOwner =
    campaign !== null && ownsOrMay(caller, campaign.owner_id, 'campaigns:manage', `campaign:${campaign_id}`);
  // Somebody else's draft is nobody's business.
  if (campaign?.status === 'DRAFT' && !isOwner) throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  const donor_id = readsAny || isOwner ? null : user_id;
  const subscriptions = await listSubscriptions(this.db, { donor_id, campaign_id, status, ...page });
  const isHidden = (giver: string | null) => !readsAny && giver !== user_id;
  return toPage(
    subscriptions.map((each) => (isHidden(each.donor_id) ? seenByOwner(each) : each)),
    page,
  );
});
