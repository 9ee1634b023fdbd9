// Guests have no account: the link in the e-mail about their pledge says who they are.
import { settingsOf } from '#lib/broker';
import { isSignedLink } from '#lib/links';
import type { Service } from '#lib/service';
import type { ByLink } from './pledge.rules.ts';

/** Whether who asks for a pledge has the link to it. */
export const byLink = (
  { broker }: Service,
  { params: { id, token } }: { params: { id: string; token?: string | undefined } },
): ByLink => ({
  has_link: token !== undefined && isSignedLink(settingsOf(broker).link_secret, id, token),
});

/** To whom an Idempotency-Key belongs that comes with such a link. */
export const guestOf = (service: Service, ctx: Parameters<typeof byLink>[1]): string | undefined =>
  byLink(service, ctx).has_link ? `link to ${ctx.params.id}` : undefined;
