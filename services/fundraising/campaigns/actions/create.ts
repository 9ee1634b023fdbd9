import type { Campaign, Params } from '#contracts';
import { founding } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { create } from '../campaign.rules.ts';

export default founding<'campaigns.create', Campaign, Params<'campaigns.create'>>(
  'campaigns.create',
  campaignActor,
  create,
  (_service, ctx) => ctx.params,
  (campaign) => campaign,
);
