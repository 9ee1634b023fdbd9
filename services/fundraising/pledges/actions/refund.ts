import { command } from '#mixins/actors';
import { campaignOfPledge } from '../pledge.campaign.ts';
import { askRefund } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.store.ts';

export default command('pledges.refund', {
  actor: pledgeActor,
  rule: askRefund,
  load: async (service, ctx) => {
    const { id, amount } = ctx.params;
    const campaign = await campaignOfPledge(service, ctx, id);
    return amount === undefined ? { campaign } : { campaign, amount };
  },
  reply: ({ refunds }) => refunds.at(-1)!,
});
