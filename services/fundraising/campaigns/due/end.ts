import { timer } from '#mixins/timers';
import { campaignActor } from '../campaign.actor.ts';
import { end } from '../campaign.rules.ts';

export default timer('end', campaignActor, end);
