import { command } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { update } from '../campaign.rules.ts';

export default command('campaigns.update', campaignActor, update, (campaign) => campaign);
