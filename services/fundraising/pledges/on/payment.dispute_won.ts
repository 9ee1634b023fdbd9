import { hears } from '#mixins/actors';
import { win } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.dispute_won', pledgeActor, 'pledge_id', win);
