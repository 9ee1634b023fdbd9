// The link in e-mails about a subscription. Its token is a permission by itself: for guests, and to end it in one click.
import { settingsOf } from '#lib/broker';
import { isTokenOf, tokenOf } from '#lib/link-token';
import type { Service } from '#lib/service';
import type { ByLink } from './subscription.rules.ts';

/** The pages of a subscription, which whoever has their links may use. */
export function linksOf({ broker }: Service, id: string) {
  const { public_url, link_secret } = settingsOf(broker);
  const token = tokenOf(link_secret, nameOf(id));
  const page = `${public_url}/subscriptions/${id}`;
  return {
    url: `${page}?token=${token}`,
    end_url: `${page}/end/${token}`,
    card_url: `${page}/card/${token}`,
  };
}

interface Linked {
  params: { id: string; token?: string | undefined };
}

/** Whether who asks for a subscription has the link to it. */
export const byLink = ({ broker }: Service, { params: { id, token } }: Linked): ByLink => ({
  has_link: token !== undefined && isTokenOf(settingsOf(broker).link_secret, nameOf(id), token),
});

/** To whom an Idempotency-Key belongs that comes with such a link. */
export const holderOf = (service: Service, ctx: Linked): string | undefined =>
  byLink(service, ctx).has_link ? `link to subscription ${ctx.params.id}` : undefined;

const nameOf = (id: string) => `subscription ${id}`;
