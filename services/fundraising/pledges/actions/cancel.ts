import { command } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { byLink, guestOf } from '../pledge.link.ts';
import { shown } from '../pledge.store.ts';
import { cancel } from '../pledge.rules.ts';

export default command('pledges.cancel', pledgeActor, cancel, shown, byLink, guestOf);
