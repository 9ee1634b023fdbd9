// Pledges as totals hears of them: each of its figures absolute, at a version.
import type { MessageName } from '#contracts';
import { world } from '#lib/world';
import { aView } from '#test/fundraising';
import { delivery } from '#test/platform';

export type Moved = Exclude<
  Extract<MessageName, `pledge.${string}`>,
  'pledge.refund_requested' | 'pledge.guest_link_requested'
>;

/** What it has brought so far: captured, refunded, charged back. */
export type Brought = [captured: number, refunded?: number, charged_back?: number];

/** A pledge to a campaign: each message of it is of the next version, unless it says which. */
export function aPledge(campaign_id: string, donor_id = world.newId(), pledge_id = world.newId()) {
  let last = 0;
  const figures = ([captured, refunded = 0, charged_back = 0]: Brought, version = last) => ({
    captured_amount: captured,
    refunded_amount: refunded,
    charged_back_amount: charged_back,
    version,
  });
  const tells = (name: Moved, brought: Brought, version = ++last) =>
    delivery(name, campaign_id, {
      pledge_id,
      campaign_id,
      donor_id,
      amount: 1,
      currency: 'EUR',
      figures: figures(brought, version),
    });
  return { pledge_id, donor_id, figures, tells };
}

/** A campaign of 1,200 from two donors, after a refund of 300; and what was told of it. */
export function aTelling() {
  const campaign_id = world.newId();
  const [one, other] = [aPledge(campaign_id), aPledge(campaign_id)];
  const messages = [
    delivery('campaign.published', campaign_id, aView({ campaign_id })),
    one.tells('pledge.created', [0]),
    one.tells('pledge.captured', [1000]),
    one.tells('pledge.refunded', [1000, 300]),
    other.tells('pledge.captured', [500]),
  ];
  return { campaign_id, one, other, messages };
}

/** What all messages of `aTelling` lead to. */
export const TOLD = { currency: 'EUR', total: 1200, donors: 2, pledges: 2, refunded: 300 };
