import { timer } from '#mixins/timers';
import { pledgeActor } from '../pledge.actor.ts';
import { expire } from '../pledge.rules.ts';

export default timer('expiry', pledgeActor, expire);
