import { command } from '#mixins/actors';
import { askErasure } from '../donor.rules.ts';
import { byLink, guestOf } from '../guest-link.ts';
import { pledgeActor } from '../pledge.store.ts';

export default command('pledges.erase', {
  actor: pledgeActor,
  rule: askErasure,
  load: byLink,
  idempotencyScope: guestOf,
  reply: ({ id, erased_at }) => ({ pledge_id: id, erased_at: erased_at! }),
});
