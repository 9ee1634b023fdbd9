import { command } from '#mixins/actors';
import { update } from '../campaign.rules.ts';
import { campaignActor } from '../campaign.store.ts';

export default command('campaigns.update', {
  actor: campaignActor,
  rule: update,
  reply: (campaign) => campaign,
});
