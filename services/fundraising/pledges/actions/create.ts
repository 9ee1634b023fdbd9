import { settingsOf } from '#lib/broker';
import { guestIdOf } from '#lib/links';
import { founding } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import type { PledgeState } from '../pledge-state.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';
import { create, type Wish } from '../pledge.rules.ts';

export default founding<'pledges.create', PledgeState, Wish>(
  'pledges.create',
  pledgeActor,
  create,
  async (service, ctx) => ({
    wish: ctx.params,
    campaign: await campaignOf(service, ctx, ctx.params.campaign_id),
    guest_id: ctx.params.donor
      ? guestIdOf(settingsOf(service.broker).link_secret, ctx.params.donor.email)
      : null,
  }),
  ({ id, status, expires_at }, { broker }) => ({
    ...{ pledge_id: id, status, expires_at },
    payment_url: `${settingsOf(broker).public_url}/pay/${id}`,
  }),
  (_service, { params: { donor } }) => donor && `guest ${donor.email.toLowerCase()}`,
);
