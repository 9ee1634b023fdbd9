import { command } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { cancel } from '../campaign.rules.ts';

export default command('campaigns.cancel', campaignActor, cancel, (campaign) => campaign);
