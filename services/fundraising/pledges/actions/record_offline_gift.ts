import { settingsOf } from '#lib/broker';
import { createCommand } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { guestIdOf } from '../guest-link.ts';
import { recordGift } from '../offline-gift.rules.ts';
import { pledgeActor, shown } from '../pledge.store.ts';

export default createCommand('pledges.record_offline_gift', {
  actor: pledgeActor,
  rule: recordGift,
  load: async (service, ctx) => {
    const { campaign_id, donor } = ctx.params;
    return {
      wish: ctx.params,
      campaign: await campaignOf(service, ctx, campaign_id),
      guest_id: donor.email ? guestIdOf(settingsOf(service.broker).link_secret, donor.email) : null,
    };
  },
  reply: shown,
});
