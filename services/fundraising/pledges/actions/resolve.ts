import { command } from '#mixins/actors';
import { campaignOfPledge } from '../pledge.campaign.ts';
import { resolve } from '../pledge.rules.ts';
import { pledgeActor, shown } from '../pledge.store.ts';

export default command('pledges.resolve', {
  actor: pledgeActor,
  rule: resolve,
  load: async (service, ctx) => {
    const { id, accept } = ctx.params;
    const { status } = await campaignOfPledge(service, ctx, id);
    return { accept, is_called_off: status === 'CANCELLED' };
  },
  reply: shown,
});
