import { hears } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { lower } from '../campaign.rules.ts';

export default hears('pledge.charged_back', campaignActor, 'campaign_id', lower);
