import { fires } from '#mixins/scheduler';
import { campaignActor } from '../campaign.actor.ts';
import { end } from '../campaign.ts';

export default fires('end', campaignActor, end);
