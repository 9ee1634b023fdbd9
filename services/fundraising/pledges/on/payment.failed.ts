import { hears } from '#mixins/actors';
import { fails } from '../money.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.failed', pledgeActor, 'pledge_id', fails);
