import { hears } from '#mixins/actors';
import { failRefund } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.refund_failed', pledgeActor, 'pledge_id', failRefund);
