import { hears } from '#mixins/actors';
import { authorize } from '../money.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.authorized', pledgeActor, 'pledge_id', authorize);
