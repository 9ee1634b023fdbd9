import { fail } from '#lib/errors';
import { command } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { askRefundOfPayment } from '../offline-gift.rules.ts';
import { pledgeActor, pledgeStore } from '../pledge.store.ts';

export default command('pledges.refund', {
  actor: pledgeActor,
  rule: askRefundOfPayment,
  load: async (service, ctx) => {
    const { id, amount } = ctx.params;
    const [pledge] = await pledgeStore.load(service.db, [id], false);
    if (!pledge) throw fail('PLEDGE_NOT_FOUND', { id });
    const campaign = await campaignOf(service, ctx, pledge.campaign_id);
    return amount === undefined ? { campaign } : { campaign, amount };
  },
  reply: ({ refunds }) => refunds.at(-1)!,
});
