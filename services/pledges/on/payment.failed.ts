import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { fails } from '../pledge.ts';

export default hears('payment.failed', pledgeActor, 'pledge_id', fails);
