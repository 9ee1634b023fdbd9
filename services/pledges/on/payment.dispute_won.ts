import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { win } from '../pledge.ts';

export default hears('payment.dispute_won', pledgeActor, 'pledge_id', win);
