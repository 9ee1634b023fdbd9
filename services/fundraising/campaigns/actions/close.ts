import { command } from '#mixins/actors';
import { close } from '../campaign.rules.ts';
import { campaignActor } from '../campaign.store.ts';

export default command('campaigns.close', {
  actor: campaignActor,
  rule: close,
  reply: (campaign) => campaign,
});
