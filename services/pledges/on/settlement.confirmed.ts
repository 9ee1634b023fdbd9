import { hears } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { settle } from '../pledge.ts';

export default hears('settlement.confirmed', pledgeActor, 'pledge_id', settle);
