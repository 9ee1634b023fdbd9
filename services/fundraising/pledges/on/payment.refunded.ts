import { hears } from '#mixins/actors';
import { refund } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.refunded', pledgeActor, 'pledge_id', refund);
