// The rules of a campaign. Pure functions: no database, no broker, no clock.
import type { Campaign, Params, Payload } from '#contracts';
import { fail } from '#lib/errors';
import { ownsOrMay, type Caller } from '#lib/caller';
import { addMs, type Instant } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { mustEnd, mustKeepTerms } from './all-or-nothing.rules.ts';
import { after, awaited, timed, viewAfter, type CampaignEvent } from './campaign-state.rules.ts';

/** Throws VALIDATION_FAILED when it would end before it begins, or when an all-or-nothing one would not end. */
export function create(
  _none: Campaign | undefined,
  { ends_at = null, funding = 'flexible', ...wish }: Params<'campaigns.create'>,
  { key, caller, now }: CommandContext,
): Decision<Campaign> {
  const campaign: Campaign = {
    id: key,
    owner_id: caller!.user_id,
    ...wish,
    funding,
    ends_at: ends_at === null ? null : endAfter(now, ends_at),
    status: 'DRAFT',
    cancelled_because: null,
    raised_amount: 0,
    published_at: null,
    funded_at: null,
    decided_at: null,
    created_at: now,
    version: 0,
  };
  mustEnd(campaign);
  return becomes(campaign);
}

/** For its owner and admins. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, CAMPAIGN_ENDED, TRANSITION_NOT_ALLOWED. */
export function publish(
  campaign: Campaign,
  _input: unknown,
  { caller, now }: CommandContext,
): Decision<Campaign, 'campaign.published'> {
  const published = { ...move(campaign, 'publish', caller), published_at: now };
  const { id, ends_at } = campaign;
  if (ends_at !== null && ends_at <= now) throw fail('CAMPAIGN_ENDED', { id, ends_at });
  return timed(campaign, becomes(published).publishing('campaign.published', viewAfter(published)), now);
}

/**
 * For its owner and admins. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, TRANSITION_NOT_ALLOWED, TERMS_FIXED, and
 * VALIDATION_FAILED for an end that is not in the future, or that an all-or-nothing campaign lacks.
 */
export function update(
  campaign: Campaign,
  { id: _id, ends_at, ...edits }: Params<'campaigns.update'>,
  { caller, now }: CommandContext,
): Decision<Campaign, 'campaign.updated' | 'campaign.funded'> {
  const moved = move(campaign, 'update', caller);
  const end = ends_at === undefined ? {} : { ends_at: ends_at === null ? null : endAfter(now, ends_at) };
  const edited: Campaign = { ...moved, ...edits, ...end };
  if (isSame(campaign, edited)) return becomes(campaign);
  mustKeepTerms(campaign, edited);
  mustEnd(edited);
  const decision = funding(edited, now);
  if (edited.status !== 'PUBLISHED') return decision;
  return timed(campaign, decision.publishing('campaign.updated', viewAfter(edited)), now);
}

/** For its owner and admins. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, TRANSITION_NOT_ALLOWED. */
export function close(
  campaign: Campaign,
  _input: unknown,
  { caller, now }: CommandContext,
): Decision<Campaign, 'campaign.closed'> {
  const closed = move(campaign, 'close', caller);
  return timed(campaign, becomes(closed).publishing('campaign.closed', viewAfter(closed)), now);
}

/** For its owner and admins. Throws CAMPAIGN_NOT_FOUND, PERMISSION_DENIED, TRANSITION_NOT_ALLOWED. */
export function cancel(
  campaign: Campaign,
  _input: unknown,
  { caller, now }: CommandContext,
): Decision<Campaign, 'campaign.cancelled'> {
  const cancelled = becomes<Campaign>({
    ...move(campaign, 'cancel', caller),
    cancelled_because: 'called_off',
  });
  // Nobody else knows of a draft.
  if (campaign.published_at === null) return cancelled;
  return timed(campaign, cancelled.publishing('campaign.cancelled', viewAfter(cancelled.state)), now);
}

/** Closes it at its end, if that has not changed and it is still open. */
export function end(
  campaign: Campaign,
  { ends_at }: { ends_at: Instant },
  { now }: Pick<CommandContext, 'now'>,
): Decision<Campaign, 'campaign.closed'> {
  if (campaign.status !== 'PUBLISHED' || campaign.ends_at !== ends_at) return becomes(campaign);
  const closed = after(campaign, 'close');
  return awaited(campaign, becomes(closed).publishing('campaign.closed', viewAfter(closed)), now);
}

/** More was captured. Counted in any status: the money is there. */
export const raise = (
  campaign: Campaign,
  { amount }: Payload<'pledge.captured'>,
  { now }: CommandContext,
): Decision<Campaign, 'campaign.funded'> =>
  funding({ ...campaign, raised_amount: campaign.raised_amount + amount }, now);

/** Less was captured: some was refunded. */
export const lower = (campaign: Campaign, { amount }: Payload<'pledge.refunded'>): Decision<Campaign> =>
  becomes({ ...campaign, raised_amount: campaign.raised_amount - amount });

/** A campaign that was never published is visible to its owner and to admins only. */
export const isShownTo = ({ id, published_at, owner_id }: Campaign, by: Caller | undefined): boolean =>
  published_at !== null || ownsOrMay(by, owner_id, 'campaigns:read_any', `campaign:${id}`);

function move(campaign: Campaign, type: CampaignEvent, by: Caller | undefined): Campaign {
  if (!isShownTo(campaign, by)) throw fail('CAMPAIGN_NOT_FOUND', { id: campaign.id });
  if (!ownsOrMay(by, campaign.owner_id, 'campaigns:manage', `campaign:${campaign.id}`))
    throw fail('PERMISSION_DENIED');
  return after(campaign, type);
}

/** Normalized, since ends are compared as text. Throws VALIDATION_FAILED. */
function endAfter(at: Instant, ends_at: string): Instant {
  if (Date.parse(ends_at) > Date.parse(at)) return addMs(ends_at, 0);
  throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/ends_at', message: 'must be in the future' }] });
}

const EDITED = ['title', 'description', 'goal_amount', 'funding', 'ends_at'] as const;
const isSame = (was: Campaign, now: Campaign) => EDITED.every((field) => was[field] === now[field]);

/** Published once, when its goal is first reached; a cancelled campaign is not funded by money that still comes. */
function funding(campaign: Campaign, at: Instant): Decision<Campaign, 'campaign.funded'> {
  const { id, owner_id, goal_amount, currency, raised_amount, funded_at, status } = campaign;
  if (funded_at !== null || raised_amount < goal_amount || status === 'CANCELLED') return becomes(campaign);
  return becomes<Campaign>({ ...campaign, funded_at: at }).publishing('campaign.funded', {
    campaign_id: id,
    owner_id,
    goal_amount,
    currency,
  });
}
