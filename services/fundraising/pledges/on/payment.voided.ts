import { hears } from '#mixins/actors';
import { voids } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.voided', pledgeActor, 'pledge_id', voids);
