// What becomes of a campaign whose owner is gone. Pure functions.
import type { Campaign } from '#contracts';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { after, timed, viewAfter } from './campaign-state.rules.ts';

/**
 * Its owner has deleted their account: it takes no more pledges, since nobody answers for it. What they never published is
 * theirs alone, and is emptied once they are erased.
 */
export function closeWithOwner(
  campaign: Campaign,
  { is_erased }: { is_erased: boolean },
  { now }: Pick<CommandContext, 'now'>,
): Decision<Campaign, 'campaign.closed'> {
  if (campaign.status === 'PUBLISHED') {
    const closed = after(campaign, 'close');
    return timed(campaign, becomes(closed).publishing('campaign.closed', viewAfter(closed)), now);
  }
  if (campaign.published_at !== null || !is_erased) return becomes(campaign);
  const over: Campaign =
    campaign.status === 'DRAFT'
      ? { ...after(campaign, 'cancel'), cancelled_because: 'called_off' }
      : campaign;
  return becomes({ ...over, title: ERASED, description: ERASED });
}

const ERASED = 'Erased';
