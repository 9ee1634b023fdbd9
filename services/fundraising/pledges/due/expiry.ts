import { fires } from '#mixins/scheduler';
import { pledgeActor } from '../pledge.actor.ts';
import { expire } from '../pledge.rules.ts';

export default fires('expiry', pledgeActor, expire);
