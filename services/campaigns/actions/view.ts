import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { findCampaign } from '../campaign.store.ts';
import { viewOf } from '../campaign.ts';

export default action('campaigns.view', async function ({ params: { id } }) {
  const campaign = await findCampaign(this.db, id);
  if (!campaign) throw fail('CAMPAIGN_NOT_FOUND', { id });
  return viewOf(campaign);
});
