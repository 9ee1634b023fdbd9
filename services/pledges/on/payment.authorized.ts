import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { authorize } from '../pledge.ts';

export default hears('payment.authorized', pledgeActor, 'pledge_id', authorize);
