// The rules of a subscription, for those who ask: its donor, admins, and its campaign. Pure functions.
import type { CampaignView, Params, Payload, GiftSubscription } from '#contracts';
import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { mustBeOpen, mustBePayable } from '#machines/fundraising/taking-pledges';
import { becomes, type CommandContext } from '#mixins/actors/decision';
import {
  hasEnded,
  nextPeriod,
  pledgeIdOf,
  statusAfter,
  stop,
  pledgeWantedOf,
  type SubscriptionDecision,
  type SubscriptionState,
} from './subscription-state.rules.ts';

export interface Wish {
  wish: Params<'subscriptions.create'>;
  campaign: CampaignView;
  /** Whoever knows it may give another card: it is not to be guessed. */
  mandate_id: string;
  /** Who is to collect the money. */
  payment_provider: string;
}

/** Throws SIGN_IN_REQUIRED, VALIDATION_FAILED, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_OPEN, CURRENCY_MISMATCH, AMOUNT_NOT_PAYABLE. */
export function create(
  _none: SubscriptionState | undefined,
  { wish, campaign, mandate_id, payment_provider }: Wish,
  { key: id, caller, now }: CommandContext,
): SubscriptionDecision {
  const { campaign_id, amount, currency, interval, message = null, anonymous = false, donor = null } = wish;
  if (!caller && !donor) throw fail('SIGN_IN_REQUIRED');
  if (caller && donor)
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/donor', message: 'must be absent: you are signed in' }],
    });
  mustBeOpen(wish, campaign, caller?.user_id, now);
  mustBePayable(payment_provider, wish);
  const subscription: SubscriptionState = {
    id,
    campaign_id,
    donor_id: caller?.user_id ?? null,
    donor,
    amount,
    currency,
    interval,
    message,
    anonymous,
    status: 'PENDING',
    period: 0,
    attempt: 0,
    pledge_id: pledgeIdOf(id, 0, 0),
    outcome: 'OPEN',
    mandate_id,
    begun_at: now,
    due_at: null,
    retry_at: null,
    paused_by: null,
    ended_by: null,
    created_at: now,
    version: 0,
  };
  return becomes(subscription).publishing('subscription.created', pledgeWantedOf(subscription));
}

/** Whether who calls came by the link from an e-mail about the subscription. */
export interface ByLink {
  has_link: boolean;
}

/** For its donor and admins. Throws SUBSCRIPTION_NOT_FOUND to everybody else, TRANSITION_NOT_ALLOWED. */
export function pause(
  subscription: SubscriptionState,
  link: ByLink,
  { caller }: CommandContext,
): SubscriptionDecision {
  mustManage(subscription, link, caller);
  return stop({ ...subscription, status: statusAfter(subscription, 'pause'), paused_by: 'donor' });
}

/** The periods that were paused are not charged. For its donor and admins. Throws SUBSCRIPTION_NOT_FOUND, TRANSITION_NOT_ALLOWED. */
export function resume(
  subscription: SubscriptionState,
  link: ByLink,
  { caller, now }: CommandContext,
): SubscriptionDecision {
  mustManage(subscription, link, caller);
  const status = statusAfter(subscription, 'resume');
  const { period, due_at } = nextPeriod(subscription, now);
  return becomes<SubscriptionState>({ ...subscription, status, due_at, paused_by: null }).scheduling(
    'subscriptions.renewal',
    subscription.id,
    due_at,
    { period },
  );
}

/** For its donor and admins; one that has ended stays as it is. Throws SUBSCRIPTION_NOT_FOUND. */
export function cancel(
  subscription: SubscriptionState,
  link: ByLink,
  { caller }: CommandContext,
): SubscriptionDecision {
  mustManage(subscription, link, caller);
  return end(subscription, isDonor(subscription, link, caller?.user_id) ? 'donor' : 'admin');
}

/** An account has verified the guest's address: it gives from now on, and its gifts stay those of one donor. */
export const claim = (
  subscription: SubscriptionState,
  { donor_id }: Pick<Payload<'pledge.claimed'>, 'donor_id'>,
): SubscriptionDecision =>
  becomes(subscription.donor ? { ...subscription, donor_id, donor: null } : subscription);

/** Its donor has deleted their account: nothing is charged until they resume it. What has not begun yet ends. */
export function suspend(subscription: SubscriptionState): SubscriptionDecision {
  const { status } = subscription;
  if (status === 'PENDING') return end(subscription, 'donor');
  if (status !== 'ACTIVE' && status !== 'PAST_DUE') return becomes(subscription);
  return stop({ ...subscription, status: statusAfter(subscription, 'pause'), paused_by: 'deletion' });
}

/** Its donor was erased: nothing more is charged, and nothing says who they were. */
export function erase(
  subscription: SubscriptionState,
  { donor_id }: Pick<Payload<'pledge.erased'>, 'donor_id'>,
): SubscriptionDecision {
  const { state, ...effects } = end(subscription, 'donor');
  return becomes({ ...state, donor_id, donor: null, message: null, anonymous: true }, effects);
}

/** Its campaign takes no more pledges. */
export const endWithCampaign = (subscription: SubscriptionState): SubscriptionDecision =>
  end(subscription, 'campaign');

function end(
  subscription: SubscriptionState,
  ended_by: NonNullable<GiftSubscription['ended_by']>,
): SubscriptionDecision {
  if (hasEnded(subscription)) return becomes(subscription);
  const { id: subscription_id, campaign_id, pledge_id } = subscription;
  const status = statusAfter(subscription, 'cancel');
  return stop({ ...subscription, status, ended_by, paused_by: null }).publishing('subscription.cancelled', {
    subscription_id,
    campaign_id,
    pledge_id,
    ended_by,
  });
}

function mustManage(subscription: SubscriptionState, link: ByLink, caller: CommandContext['caller']) {
  if (!isDonor(subscription, link, caller?.user_id) && !may(caller, 'subscriptions:manage'))
    throw fail('SUBSCRIPTION_NOT_FOUND', { id: subscription.id });
}

/** Its donor: who is signed in as such, or has the link. */
export const isDonor = (
  { donor_id }: Pick<GiftSubscription, 'donor_id'>,
  { has_link }: ByLink,
  user_id: string | undefined,
): boolean => has_link || (user_id !== undefined && user_id === donor_id);
