import { pageFrom, pageOf } from '#lib/pages';
import { action } from '#lib/service';
import { campaignOf } from '../campaign.view.ts';
import { listPledges, seenByOwner } from '../pledge.store.ts';

export default action('pledges.list', async function (ctx) {
  const { campaign_id = null, status = null } = ctx.params;
  const { user_id, permissions } = ctx.meta.caller!;
  const page = pageOf(ctx.params);
  const isAdmin = permissions.includes('admin');
  const isOwner =
    !isAdmin && campaign_id !== null && (await campaignOf(this, ctx, campaign_id)).owner_id === user_id;
  const donor_id = isAdmin || isOwner ? null : user_id;
  const pledges = await listPledges(this.db, { donor_id, campaign_id, status, ...page });
  const seen = isOwner
    ? pledges.map((pledge) => (pledge.donor_id === user_id ? pledge : seenByOwner(pledge)))
    : pledges;
  return pageFrom(seen, page);
});
