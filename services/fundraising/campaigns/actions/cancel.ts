import { command } from '#mixins/actors';
import { cancel } from '../campaign.rules.ts';
import { campaignActor } from '../campaign.store.ts';

export default command('campaigns.cancel', {
  actor: campaignActor,
  rule: cancel,
  reply: (campaign) => campaign,
});
