import { hears } from '#mixins/actors';
import { voids } from '../money.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.voided', pledgeActor, 'pledge_id', voids);
