import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { capture } from '../pledge.ts';

export default hears('payment.captured', pledgeActor, 'pledge_id', capture);
