import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { refund } from '../pledge.ts';

export default hears('payment.refunded', pledgeActor, 'pledge_id', refund);
