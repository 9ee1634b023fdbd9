import { hears } from '#mixins/actors';
import { capture } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.captured', pledgeActor, 'pledge_id', capture);
