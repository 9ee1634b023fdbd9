// Where a campaign stands: what others are told of it, and the timers that it has there. Pure functions.
import type { Campaign, CampaignView, MessageName } from '#contracts';
import { lifecycle } from '#lib/lifecycle';
import { addMs, type Instant } from '#lib/world';
import { campaignMachine } from '#machines/fundraising/campaign.machine';
import type { Decision } from '#mixins/actors/decision';

const life = lifecycle(campaignMachine);

export type CampaignEvent = Parameters<typeof life.after>[1]['type'];

/** The campaign in the status that `event` leads to. Throws TRANSITION_NOT_ALLOWED. */
export const after = (campaign: Campaign, type: CampaignEvent): Campaign => ({
  ...campaign,
  status: life.after(campaign.status, { type }, {}) as Campaign['status'],
});

/** The public part that other services need. */
export const viewOf = (campaign: Campaign): CampaignView => {
  const { id, owner_id, currency, funding, status, cancelled_because, ends_at, version } = campaign;
  return {
    campaign_id: id,
    owner_id,
    currency,
    funding,
    status,
    cancelled_because,
    ends_at,
    payouts: payoutsOf(campaign),
    version,
  };
};

/** The same once this change is saved: by its version, consumers recognize the newest. */
export const viewAfter = (changed: Campaign) => viewOf({ ...changed, version: changed.version + 1 });

function payoutsOf({ status, funding, decided_at }: Campaign): CampaignView['payouts'] {
  if (status === 'CANCELLED') return 'barred';
  return funding === 'all_or_nothing' && decided_at === null ? 'held' : 'open';
}

/** It has ended, and whether it keeps its money is open. */
export const isUndecided = ({ status, funding, decided_at }: Campaign): boolean =>
  status === 'CLOSED' && funding === 'all_or_nothing' && decided_at === null;

/** Its end is a timer while it is open, and only then. */
export function timed<M extends MessageName>(
  was: Campaign,
  decision: Decision<Campaign, M>,
  at: Instant,
): Decision<Campaign, M> {
  const [before, now] = [endOf(was), endOf(decision.state)];
  const awaiting = awaited(was, decision, at);
  if (before === now) return awaiting;
  return now === null
    ? awaiting.unscheduling('campaigns.end', was.id)
    : awaiting.scheduling('campaigns.end', was.id, now, { ends_at: now });
}

const endOf = ({ status, ends_at }: Campaign) => (status === 'PUBLISHED' ? ends_at : null);

// Its unpaid pledges expire when it closes: payments then closes their checkouts, and so learns what was paid. The rest of the
// hour is for a provider that is away meanwhile.
export const DECIDED_AFTER_MS = 60 * 60_000;
// A bank debit may take 14 working days, a hold on a card less.
const DECIDED_WITHIN_MS = 21 * 24 * 3600_000;

/** Its decision is a timer while that is open. */
export function awaited<M extends MessageName>(
  was: Campaign,
  decision: Decision<Campaign, M>,
  at: Instant,
): Decision<Campaign, M> {
  const [before, now] = [isUndecided(was), isUndecided(decision.state)];
  if (before === now) return decision;
  return now
    ? decision.scheduling('campaigns.decide', was.id, addMs(at, DECIDED_AFTER_MS), {
        until: addMs(at, DECIDED_WITHIN_MS),
      })
    : decision.unscheduling('campaigns.decide', was.id);
}
