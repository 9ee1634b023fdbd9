import { command } from '#mixins/actors';
import { resolve } from '../pledge.rules.ts';
import { pledgeActor, shown } from '../pledge.store.ts';

export default command('pledges.resolve', { actor: pledgeActor, rule: resolve, reply: shown });
