import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { dispute } from '../pledge.ts';

export default hears('payment.disputed', pledgeActor, 'pledge_id', dispute);
