import { command } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { publish } from '../campaign.rules.ts';

export default command('campaigns.publish', campaignActor, publish, (campaign) => campaign);
