// The campaign of a pledge, for what is decided by both.
import type { CampaignView } from '#contracts';
import { fail } from '#lib/errors';
import type { Calls, Service } from '#lib/service';
import { campaignOf } from './campaign.view.ts';
import { pledgeStore } from './pledge.store.ts';

/** Throws PLEDGE_NOT_FOUND, CAMPAIGN_NOT_FOUND. */
export async function campaignOfPledge(service: Service, calls: Calls, id: string): Promise<CampaignView> {
  const [pledge] = await pledgeStore.load(service.db, [id], false);
  if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id });
  return campaignOf(service, calls, pledge.campaign_id);
}
