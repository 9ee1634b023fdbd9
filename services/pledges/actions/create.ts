import { settingsOf } from '#lib/broker';
import { founding } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { pledgeActor } from '../pledge.actor.ts';
import { create, type PledgeState, type Wish } from '../pledge.ts';

export default founding<'pledges.create', PledgeState, Wish>(
  'pledges.create',
  pledgeActor,
  create,
  async (service, ctx) => ({
    wish: ctx.params,
    campaign: await campaignOf(service, ctx, ctx.params.campaign_id),
  }),
  ({ id, status, expires_at }, { broker }) => ({
    ...{ pledge_id: id, status, expires_at },
    payment_url: `${settingsOf(broker).public_url}/pay/${id}`,
  }),
);
