import { fires } from '#mixins/scheduler';
import { campaignActor } from '../campaign.actor.ts';
import { end } from '../campaign.rules.ts';

export default fires('end', campaignActor, end);
