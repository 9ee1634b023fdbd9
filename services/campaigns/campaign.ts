// The rules of a campaign. Pure functions: no database, no broker, no clock.
import type { Campaign, CampaignView, Params } from '#contracts';
import { fail } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import type { Caller } from '#lib/service';
import { later } from '#lib/world';
import { campaignMachine } from '#machines/campaign.machine';
import { becomes, type Circumstances, type Decision } from '#mixins/actors/decision';

/** Throws VALIDATION_FAILED when it would end before it begins. */
export function create(
  _none: Campaign | undefined,
  { ends_at, ...wish }: Params<'campaigns.create'>,
  { key, by, at }: Circumstances,
): Decision<Campaign> {
  if (ends_at !== undefined && Date.parse(ends_at) <= Date.parse(at)) {
    throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/ends_at', message: 'must be in the future' }] });
  }
  return becomes<Campaign>({
    id: key,
    owner_id: by!.user_id,
    ...wish,
    ends_at: ends_at === undefined ? null : later(ends_at, 0), // in one notation: they are compared as text
    status: 'DRAFT',
    created_at: at,
    version: 0,
  });
}

/** For its owner and admins. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, CAMPAIGN_ENDED, TRANSITION_NOT_ALLOWED. */
export function publish(campaign: Campaign, _input: unknown, { by, at }: Circumstances): Decision<Campaign> {
  const published = move(campaign, 'publish', by);
  const { id, ends_at } = campaign;
  if (ends_at !== null && ends_at <= at) throw fail('CAMPAIGN_ENDED', { id, ends_at });
  return becomes(published).saying('campaign.published', viewAfter(published));
}

/** For its owner and admins. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, TRANSITION_NOT_ALLOWED. */
export function close(campaign: Campaign, _input: unknown, { by }: Circumstances): Decision<Campaign> {
  const closed = move(campaign, 'close', by);
  return becomes(closed).saying('campaign.closed', viewAfter(closed));
}

/** A draft is nobody's business but its owner's, and the admins'. */
export const isVisible = ({ status, owner_id }: Campaign, by: Caller | undefined): boolean =>
  status !== 'DRAFT' || by?.user_id === owner_id || by?.permissions.includes('admin') === true;

/** What others need to know of it. */
export const viewOf = ({ id, owner_id, currency, status, ends_at, version }: Campaign): CampaignView => ({
  ...{ campaign_id: id, owner_id, currency, status, ends_at, version },
});

/** The same once this change is saved: by its version, hearers know the newest. */
const viewAfter = (changed: Campaign) => viewOf({ ...changed, version: changed.version + 1 });

const life = lifecycle(campaignMachine);

function move(campaign: Campaign, type: 'publish' | 'close', by: Caller | undefined): Campaign {
  if (!isVisible(campaign, by)) throw fail('CAMPAIGN_NOT_FOUND', { id: campaign.id });
  if (by?.user_id !== campaign.owner_id && !by?.permissions.includes('admin'))
    throw fail('PERMISSION_DENIED');
  return { ...campaign, status: life.after(campaign.status, { type }, {}) as Campaign['status'] };
}
