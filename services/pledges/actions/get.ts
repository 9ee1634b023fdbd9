import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { campaignOf } from '../campaign.view.ts';
import { findPledge } from '../pledge.store.ts';

export default action('pledges.get', async function (ctx) {
  const { id } = ctx.params;
  const pledge = await findPledge(this.db, id);
  if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id });
  const { user_id, permissions } = ctx.meta.caller!;
  if (pledge.donor_id === user_id || permissions.includes('admin')) return pledge;
  const { owner_id } = await campaignOf(this, ctx, pledge.campaign_id);
  // To a stranger it does not exist: whether it does is nobody's business.
  if (owner_id !== user_id) throw fail('PLEDGE_NOT_FOUND', { id });
  return pledge.anonymous ? { ...pledge, donor_id: null } : pledge;
});
