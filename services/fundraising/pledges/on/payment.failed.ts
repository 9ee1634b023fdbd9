import { hears } from '#mixins/actors';
import { fails } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.failed', pledgeActor, 'pledge_id', fails);
