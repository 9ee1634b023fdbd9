import { command } from '#mixins/actors';
import { byLink, guestOf } from '../guest-link.ts';
import { cancel } from '../pledge.rules.ts';
import { pledgeActor, shown } from '../pledge.store.ts';

export default command('pledges.cancel', {
  actor: pledgeActor,
  rule: cancel,
  load: byLink,
  idempotencyScope: guestOf,
  reply: shown,
});
