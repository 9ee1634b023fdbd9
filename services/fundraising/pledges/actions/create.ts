import { settingsOf } from '#lib/broker';
import { createCommand } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { guestAddress, guestIdOf } from '../guest-link.ts';
import { create } from '../pledge.rules.ts';
import { pledgeActor } from '../pledge.store.ts';

export default createCommand('pledges.create', {
  actor: pledgeActor,
  rule: create,
  load: async (service, ctx) => {
    const { campaign_id, donor } = ctx.params;
    const { link_secret } = settingsOf(service.broker);
    return {
      wish: ctx.params,
      campaign: await campaignOf(service, ctx, campaign_id),
      guest_id: donor ? guestIdOf(link_secret, donor.email) : null,
    };
  },
  idempotencyScope: (_service, { params: { donor } }) => donor && `guest ${guestAddress(donor.email)}`,
  reply: ({ id, status, expires_at }, { broker }) => ({
    pledge_id: id,
    status,
    expires_at,
    payment_url: `${settingsOf(broker).public_url}/pay/${id}`,
  }),
});
