import { command } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { shown } from '../pledge.store.ts';
import { resolve } from '../pledge.rules.ts';

export default command('pledges.resolve', pledgeActor, resolve, shown);
