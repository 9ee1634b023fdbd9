import { hears } from '#mixins/actors';
import { campaignActor } from '../campaign.actor.ts';
import { raise } from '../campaign.rules.ts';

export default hears('pledge.chargeback_reversed', campaignActor, 'campaign_id', raise);
