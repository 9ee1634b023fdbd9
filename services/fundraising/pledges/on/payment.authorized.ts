import { hears } from '#mixins/actors';
import { authorize } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.authorized', pledgeActor, 'pledge_id', authorize);
