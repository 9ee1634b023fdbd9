import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { findCampaign } from '../campaign.store.ts';
import { viewOf } from '../campaign-state.rules.ts';

export default action('campaigns.read_view', async function ({ params: { id } }) {
  const campaign = await findCampaign(this.db, id);
  // Nobody else may know of a draft, even after it was cancelled.
  if (!campaign || (campaign.status === 'CANCELLED' && campaign.published_at === null))
    throw fail('CAMPAIGN_NOT_FOUND', { id });
  return viewOf(campaign);
});
