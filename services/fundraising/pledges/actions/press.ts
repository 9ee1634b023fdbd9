// The forms on a pledge's page. Each leads back to the page, which shows the result.
import { command } from '#mixins/actors';
import { byLink, guestOf, pagePathOf } from '../guest-link.ts';
import { cancelAgain, update } from '../pledge.rules.ts';
import { messageIn } from '../pledge-form.rules.ts';
import { pledgeActor } from '../pledge.store.ts';

export const pressCancel = command('pledges.press_cancel', {
  actor: pledgeActor,
  rule: cancelAgain,
  load: byLink,
  idempotencyScope: guestOf,
  reply: ({ id }, service) => ({ location: pagePathOf(service, id) }),
});

export const pressUpdate = command('pledges.press_update', {
  actor: pledgeActor,
  rule: update,
  load: (service, ctx) => ({
    id: ctx.params.id,
    message: messageIn(ctx.params.message),
    // A box that is not ticked is not sent.
    anonymous: ctx.params.anonymous ?? false,
    ...byLink(service, ctx),
  }),
  idempotencyScope: guestOf,
  reply: ({ id }, service) => ({ location: pagePathOf(service, id) }),
});
