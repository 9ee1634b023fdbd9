import { hears } from '#mixins/actors';
import { win } from '../money.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.dispute_won', pledgeActor, 'pledge_id', win);
