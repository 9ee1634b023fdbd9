import { command } from '#mixins/actors';
import { byLink, guestOf } from '../guest-link.ts';
import { update } from '../pledge.rules.ts';
import { pledgeActor, shown } from '../pledge.store.ts';

export default command('pledges.update', {
  actor: pledgeActor,
  rule: update,
  load: (service, ctx) => ({ ...ctx.params, ...byLink(service, ctx) }),
  idempotencyScope: guestOf,
  reply: shown,
});
