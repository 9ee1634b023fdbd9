import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { findCampaign } from '../campaign.store.ts';
import { isShownTo } from '../campaign.rules.ts';

export default action('campaigns.get', async function ({ params: { id }, meta }) {
  const campaign = await findCampaign(this.db, id);
  if (!campaign || !isShownTo(campaign, meta.caller)) throw fail('CAMPAIGN_NOT_FOUND', { id });
  return campaign;
});
