// The rules of a subscription's charges: when one is due, and what its pledge reports of it. Pure functions.
import type { Payload, TimerPayload } from '#contracts';
import { addMs, type Instant } from '#lib/world';
import { becomes, type CommandContext } from '#mixins/actors/decision';
import { periodAt, startOf } from './calendar.rules.ts';
import {
  attemptAt,
  giftOf,
  nextPeriod,
  statusAfter,
  stop,
  pledgeWantedOf,
  type SubscriptionDecision,
  type SubscriptionState,
} from './subscription-state.rules.ts';

const DAY_MS = 24 * 3600_000;
/** Renewals that failed are tried again so long after the first try; the last of them is when nobody waits any longer. */
const RETRIES_MS = [1, 3, 5].map((days) => days * DAY_MS);
const LAPSES_MS = 7 * DAY_MS;
// A period that begins later than this is skipped: the shortest month has 28 days, so two charges are 18 days apart at least.
const LATEST_MS = 10 * DAY_MS;
const LOOKED_AT_AGAIN_MS = 10 * 60_000;

type Context = Pick<CommandContext, 'now'>;

const isCharged = ({ status }: SubscriptionState) => status === 'ACTIVE' || status === 'PAST_DUE';

/** A period begins: it is charged, and the next scheduled. After an outage, only the last that has begun, and not one long gone. */
export function renew(
  subscription: SubscriptionState,
  { period: due }: TimerPayload<'subscriptions.renewal'>,
  { now }: Context,
): SubscriptionDecision {
  const { id, status, period } = subscription;
  if (due <= period || !isCharged(subscription)) return becomes(subscription);
  const current = Math.max(due, periodAt(subscription, now));
  const next = nextPeriod({ ...subscription, period: current }, now);
  const scheduled = { ...subscription, due_at: next.due_at };
  const isTooLate = Date.parse(now) - Date.parse(startOf(subscription, current)) > LATEST_MS;
  // While the last period is still being retried, no other is charged.
  const charged =
    isTooLate || status === 'PAST_DUE'
      ? becomes<SubscriptionState>(scheduled)
      : attemptAt({ ...scheduled, begun_at: now }, { period: current, attempt: 0 });
  return charged.scheduling('subscriptions.renewal', id, next.due_at, {
    period: next.period,
  });
}

/** Another try is due. It waits until the one before is given up for good, so that no period is paid twice. */
export function retry(
  subscription: SubscriptionState,
  { period, attempt }: TimerPayload<'subscriptions.retry'>,
  { now }: Context,
): SubscriptionDecision {
  const isCurrent = period === subscription.period && attempt === subscription.attempt + 1;
  if (subscription.status !== 'PAST_DUE' || !isCurrent) return becomes(subscription);
  const { id, outcome } = subscription;
  if (outcome !== 'OVER')
    return becomes<SubscriptionState>(subscription).scheduling(
      'subscriptions.retry',
      id,
      addMs(now, LOOKED_AT_AGAIN_MS),
      { period, attempt },
    );
  if (attempt > RETRIES_MS.length) return lapse(subscription, UNPAID);
  const retry_at = after(subscription, attempt, now);
  return attemptAt({ ...subscription, retry_at }, { period, attempt }).scheduling(
    'subscriptions.retry',
    id,
    retry_at,
    { period, attempt: attempt + 1 },
  );
}

/** When the try after this one is due. */
const after = ({ begun_at }: SubscriptionState, attempt: number, now: Instant): Instant => {
  const at = addMs(begun_at, RETRIES_MS[attempt] ?? LAPSES_MS);
  return at > now ? at : now;
};

const UNPAID = 'not_paid_in_time';

/** The pledge of an attempt is paid; or a person is to decide on it, since it was paid otherwise. */
export function paid(
  subscription: SubscriptionState,
  { pledge_id }: { pledge_id: string },
  { now }: Context,
): SubscriptionDecision {
  const { id, status, outcome } = subscription;
  if (pledge_id !== subscription.pledge_id || outcome === 'PAID') return becomes(subscription);
  const settled: SubscriptionState = { ...subscription, outcome: 'PAID', retry_at: null };
  if (status === 'PENDING' || status === 'EXPIRED') return start(settled, now);
  if (status !== 'PAST_DUE') return becomes(settled);
  return becomes<SubscriptionState>({
    ...settled,
    status: statusAfter(settled, 'recover'),
  }).unscheduling('subscriptions.retry', id);
}

function start(subscription: SubscriptionState, now: Instant): SubscriptionDecision {
  const { id, mandate_id, interval } = subscription;
  const { period, due_at } = nextPeriod(subscription, now);
  return becomes<SubscriptionState>({ ...subscription, status: statusAfter(subscription, 'start'), due_at })
    .publishing('subscription.started', { ...giftOf(subscription), mandate_id, interval, due_at })
    .scheduling('subscriptions.renewal', id, due_at, { period });
}

/** The payment of an attempt failed. The first payment's donor may try another card, until its pledge ends. */
export function failed(
  subscription: SubscriptionState,
  { pledge_id, reason = UNPAID }: Pick<Payload<'pledge.failed'>, 'pledge_id' | 'reason'>,
  { now }: Context,
): SubscriptionDecision {
  const { id, period, attempt, outcome } = subscription;
  if (pledge_id !== subscription.pledge_id || outcome !== 'OPEN' || !isCharged(subscription))
    return becomes(subscription);
  if (attempt >= RETRIES_MS.length) return lapse(subscription, reason);
  const retry_at = after(subscription, attempt, now);
  return becomes<SubscriptionState>({
    ...subscription,
    status: statusAfter(subscription, 'fail'),
    outcome: 'ABANDONED',
    retry_at,
  })
    .publishing('subscription.renewal_abandoned', pledgeWantedOf(subscription))
    .publishing('subscription.renewal_failed', { ...giftOf(subscription), reason, retry_at })
    .scheduling('subscriptions.retry', id, retry_at, { period, attempt: attempt + 1 });
}

function lapse(subscription: SubscriptionState, reason: string): SubscriptionDecision {
  return stop({ ...subscription, status: statusAfter(subscription, 'lapse') }).publishing(
    'subscription.lapsed',
    { ...giftOf(subscription), reason },
  );
}

/** Nobody paid in time. Late money would reinstate the pledge: it is given up for good. */
export function expired(
  subscription: SubscriptionState,
  { pledge_id }: { pledge_id: string },
  context: Context,
): SubscriptionDecision {
  return subscription.status === 'PENDING'
    ? expireFirst(subscription, pledge_id)
    : failed(subscription, { pledge_id }, context);
}

const expireFirst = (subscription: SubscriptionState, pledge_id: string): SubscriptionDecision =>
  pledge_id === subscription.pledge_id
    ? becomes<SubscriptionState>({ ...subscription, status: statusAfter(subscription, 'expire') })
    : becomes(subscription);

/** The pledge of an attempt is cancelled for good: what comes for it goes back. Its donor may have done so, and skips the period. */
export function givenUp(
  subscription: SubscriptionState,
  { pledge_id }: { pledge_id: string },
): SubscriptionDecision {
  const { status, outcome } = subscription;
  if (pledge_id !== subscription.pledge_id || outcome === 'PAID' || outcome === 'OVER')
    return becomes(subscription);
  const over: SubscriptionState = { ...subscription, outcome: 'OVER' };
  return status === 'PENDING' ? expireFirst(over, pledge_id) : becomes(over);
}

/** Who disputes a charge wants no more of them; but it may be a mistake of theirs, so that it is no end. */
export function disputed(subscription: SubscriptionState): SubscriptionDecision {
  if (!isCharged(subscription)) return becomes(subscription);
  return stop({ ...subscription, status: statusAfter(subscription, 'pause'), paused_by: 'dispute' });
}

/** The donor gave another card: what failed is tried at once, unless it was tried for the last time. */
export function cardReplaced(
  subscription: SubscriptionState,
  _message: unknown,
  { now }: Context,
): SubscriptionDecision {
  const { id, status, period, attempt } = subscription;
  if (status !== 'PAST_DUE' || attempt >= RETRIES_MS.length) return becomes(subscription);
  return becomes<SubscriptionState>({ ...subscription, retry_at: now }).scheduling(
    'subscriptions.retry',
    id,
    now,
    { period, attempt: attempt + 1 },
  );
}
