import { command } from '#mixins/actors';
import { voidGift } from '../offline-gift.rules.ts';
import { campaignOfPledge } from '../pledge.campaign.ts';
import { pledgeActor, shown } from '../pledge.store.ts';

export default command('pledges.void', {
  actor: pledgeActor,
  rule: voidGift,
  load: async (service, ctx) => {
    const { id, reason } = ctx.params;
    return { reason, campaign: await campaignOfPledge(service, ctx, id) };
  },
  reply: shown,
});
