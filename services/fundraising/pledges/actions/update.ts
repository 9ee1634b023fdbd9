import { command } from '#mixins/actors';
import { pledgeActor } from '../pledge.actor.ts';
import { byLink, guestOf } from '../pledge.link.ts';
import { shown } from '../pledge.store.ts';
import { update } from '../pledge.rules.ts';

export default command(
  'pledges.update',
  pledgeActor,
  update,
  shown,
  (service, ctx) => ({ ...ctx.params, ...byLink(service, ctx) }),
  guestOf,
);
