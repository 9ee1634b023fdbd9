import { command } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { close } from '../campaign.rules.ts';

export default command('campaigns.close', campaignActor, close, (campaign) => campaign);
