import { hears } from '#mixins/actors';
import { dispute } from '../money.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.disputed', pledgeActor, 'pledge_id', dispute);
