// The rules of a campaign that keeps its money only if that reaches the goal. Pure functions.
import type { Campaign } from '#contracts';
import { fail } from '#lib/errors';
import { addMs, type Instant } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { after, DECIDED_AFTER_MS, isUndecided, viewAfter } from './campaign-state.rules.ts';

/** It promises an answer at a time. Throws VALIDATION_FAILED where it has no end. */
export function mustEnd({ funding, ends_at }: Campaign): void {
  if (funding === 'flexible' || ends_at !== null) return;
  const message = 'must be given: an all-or-nothing campaign is decided at its end';
  throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/ends_at', message }] });
}

const TERMS = ['funding', 'goal_amount', 'ends_at'] as const;

/** Donors gave on the terms that they read. Throws TERMS_FIXED where an edit changes them. */
export function mustKeepTerms(was: Campaign, edited: Campaign): void {
  if (was.status === 'DRAFT') return;
  const fixed = was.funding === 'all_or_nothing' ? TERMS : (['funding'] as const);
  const errors = fixed
    .filter((term) => was[term] !== edited[term])
    .map((term) => ({ pointer: `/${term}`, message: `must stay ${was[term]}` }));
  if (errors.length > 0) throw fail('TERMS_FIXED', { id: was.id, errors });
}

/** What its pledges have brought. */
export interface Prospect {
  /** What counts, less what is on its way back. */
  kept_amount: number;
  /** What may count yet: its pledges are open. */
  awaited_amount: number;
  /** Nothing is awaited longer than this. */
  until: Instant;
}

/**
 * Decides once whether it keeps its money, by what the pledges say: what was raised so far may not know of money that was
 * captured a moment ago. As long as what is awaited could reach the goal, it looks again.
 */
export function decide(
  campaign: Campaign,
  { kept_amount, awaited_amount, until }: Prospect,
  { now }: Pick<CommandContext, 'now'>,
): Decision<Campaign, 'campaign.succeeded' | 'campaign.cancelled'> {
  if (!isUndecided(campaign)) return becomes(campaign);
  const { id, goal_amount } = campaign;
  if (kept_amount >= goal_amount) {
    const decided = { ...campaign, decided_at: now };
    return becomes(decided).publishing('campaign.succeeded', viewAfter(decided));
  }
  if (kept_amount + awaited_amount >= goal_amount && now < until)
    return becomes(campaign).scheduling('campaigns.decide', id, addMs(now, DECIDED_AFTER_MS), { until });
  const missed: Campaign = {
    ...after(campaign, 'cancel'),
    cancelled_because: 'goal_missed',
    decided_at: now,
  };
  return becomes(missed).publishing('campaign.cancelled', viewAfter(missed));
}
