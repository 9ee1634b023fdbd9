import { ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { campaignOf } from '../campaign.view.ts';
import { totalFor } from '../fees.ts';

export default action('pledges.preview_fees', async function (ctx) {
  const { campaign_id, amount } = ctx.params;
  const { currency, status, owner_id } = await campaignOf(this, ctx, campaign_id);
  // Somebody else's draft is nobody's business.
  if (
    status === 'DRAFT' &&
    !ownsOrMay(ctx.meta.caller, owner_id, 'campaigns:read_any', `campaign:${campaign_id}`)
  )
    throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
  const total = totalFor(this, { amount, currency });
  return { amount, fee: total - amount, total, currency };
});
