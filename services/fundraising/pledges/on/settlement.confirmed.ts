import { hears } from '#mixins/actors';
import { settle } from '../pledge-money.rules.ts';
import { pledgeActor } from '../pledge.actor.ts';

export default hears('settlement.confirmed', pledgeActor, 'pledge_id', settle);
