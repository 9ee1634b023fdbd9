import { fail } from '#lib/errors';
import { command } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { voidGift } from '../offline-gift.rules.ts';
import { pledgeActor, pledgeStore, shown } from '../pledge.store.ts';

export default command('pledges.void', {
  actor: pledgeActor,
  rule: voidGift,
  load: async (service, ctx) => {
    const { id, reason } = ctx.params;
    const [pledge] = await pledgeStore.load(service.db, [id], false);
    if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id });
    return { reason, campaign: await campaignOf(service, ctx, pledge.campaign_id) };
  },
  reply: shown,
});
