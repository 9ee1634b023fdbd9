import { createCommand } from '#mixins/actors';
import { create } from '../campaign.rules.ts';
import { campaignActor } from '../campaign.store.ts';

export default createCommand('campaigns.create', {
  actor: campaignActor,
  rule: create,
  reply: (campaign) => campaign,
});
