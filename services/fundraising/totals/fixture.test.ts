// Messages of pledges for totals: their figures are absolute, at a version.
import type { MessageName } from '#contracts';
import { world } from '#lib/world';
import { aView } from '#test/fundraising';
import { delivery } from '#test/platform';

export type Moved = Exclude<
  Extract<MessageName, `pledge.${string}`>,
  'pledge.refund_requested' | 'pledge.guest_link_requested'
>;

/** Its amounts so far: captured, refunded, charged back. */
export type Brought = [captured: number, refunded?: number, charged_back?: number];

/** A pledge to a campaign: each message has the next version, unless it is given. */
export function aPledge(campaign_id: string, donor_id = world.newId(), pledge_id = world.newId()) {
  let last = 0;
  const figures = ([captured, refunded = 0, charged_back = 0]: Brought, version = last) => ({
    captured_amount: captured,
    refunded_amount: refunded,
    charged_back_amount: charged_back,
    version,
  });
  const message = (name: Moved, brought: Brought, version = ++last) =>
    delivery(name, campaign_id, {
      pledge_id,
      campaign_id,
      donor_id,
      amount: 1,
      currency: 'EUR',
      figures: figures(brought, version),
    });
  return { pledge_id, donor_id, figures, message };
}

/** A campaign of 1,200 from two donors, after a refund of 300; and the messages about it. */
export function aStory() {
  const campaign_id = world.newId();
  const [one, other] = [aPledge(campaign_id), aPledge(campaign_id)];
  const messages = [
    delivery('campaign.published', campaign_id, aView({ campaign_id })),
    one.message('pledge.created', [0]),
    one.message('pledge.captured', [1000]),
    one.message('pledge.refunded', [1000, 300]),
    other.message('pledge.captured', [500]),
  ];
  return { campaign_id, one, other, messages };
}

/** The totals after all messages of `aStory`. */
export const STORY_TOTALS = { currency: 'EUR', total: 1200, donors: 2, pledges: 2, refunded: 300 };
