import { hears } from '#mixins/actors';
import { capture } from '../money.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.captured', pledgeActor, 'pledge_id', capture);
