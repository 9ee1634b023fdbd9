import { world } from '#lib/world';
import { createCommand } from '#mixins/actors';
import { campaignOf } from '../campaign.view.ts';
import { thank, thanksIdOf } from '../thanks.rules.ts';
import { hasDonors, shownThanks, thanksActor } from '../thanks.store.ts';

export default createCommand('pledges.thank', {
  actor: thanksActor,
  rule: thank,
  key: ({ campaign_id }) => thanksIdOf(campaign_id, world.now()),
  load: async (service, ctx) => ({
    wish: ctx.params,
    campaign: await campaignOf(service, ctx, ctx.params.campaign_id),
    has_donors: await hasDonors(service.db, ctx.params.campaign_id),
  }),
  reply: shownThanks,
});
