import { command } from '#mixins/actors';
import { publish } from '../campaign.rules.ts';
import { campaignActor } from '../campaign.store.ts';

export default command('campaigns.publish', {
  actor: campaignActor,
  rule: publish,
  reply: (campaign) => campaign,
});
