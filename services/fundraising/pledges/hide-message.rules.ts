import type { CampaignView } from '#contracts';
import { fail } from '#lib/errors';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import type { PledgeState } from './pledge-state.rules.ts';

/** For the campaign's owner and admins. Throws PLEDGE_NOT_FOUND to everybody else. */
export const setHidden =
  (message_hidden: boolean) =>
  (
    pledge: PledgeState,
    { campaign: { owner_id } }: { campaign: CampaignView },
    { caller }: Pick<CommandContext, 'caller'>,
  ): Decision<PledgeState> => {
    if (caller?.user_id !== owner_id && !caller?.permissions.includes('admin'))
      throw fail('PLEDGE_NOT_FOUND', { id: pledge.id });
    return becomes(pledge.message_hidden === message_hidden ? pledge : { ...pledge, message_hidden });
  };
