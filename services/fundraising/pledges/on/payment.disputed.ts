import { hears } from '#mixins/actors';
import { dispute } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('payment.disputed', pledgeActor, 'pledge_id', dispute);
