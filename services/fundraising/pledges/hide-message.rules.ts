import type { CampaignView } from '#contracts';
import { ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import type { PledgeState } from './pledge-state.rules.ts';

/** For the campaign's owner and admins. Throws PLEDGE_NOT_FOUND to everybody else. */
export const setHidden =
  (message_hidden: boolean) =>
  (
    pledge: PledgeState,
    { campaign: { campaign_id, owner_id } }: { campaign: CampaignView },
    { caller }: Pick<CommandContext, 'caller'>,
  ): Decision<PledgeState> => {
    if (!ownsOrMay(caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`))
      throw fail('PLEDGE_NOT_FOUND', { id: pledge.id });
    return becomes(pledge.message_hidden === message_hidden ? pledge : { ...pledge, message_hidden });
  };
