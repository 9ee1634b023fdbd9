// What a subscription is, and what is told of it. Pure functions.
import type { MessageOf, Payload, GiftSubscription } from '#contracts';
import { lifecycle } from '#lib/lifecycle';
import { uuidv5, type Instant } from '#lib/world';
import { subscriptionMachine } from '#machines/fundraising/subscription.machine';
import { becomes, type Decision } from '#mixins/actors/decision';
import { periodAt, startOf } from './calendar.rules.ts';

/** A subscription as it is kept. */
export type SubscriptionState = GiftSubscription & {
  mandate_id: string;
  /**
   * What became of the pledge of the last attempt. `ABANDONED`: it is being given up, and may yet turn out to be paid;
   * `OVER`: it was given up for good, and only then may another attempt be made.
   */
  outcome: 'OPEN' | 'ABANDONED' | 'OVER' | 'PAID';
  /** When the period was charged first: its retries are counted from then. */
  begun_at: Instant;
};

export type SubscriptionMessage = MessageOf<'subscriptions'>;

export type SubscriptionDecision = Decision<SubscriptionState, SubscriptionMessage>;

const life = lifecycle(subscriptionMachine);

type Event = Parameters<typeof life.after>[1]['type'];

/** The status that `type` leads to. Throws TRANSITION_NOT_ALLOWED. */
export const statusAfter = ({ status }: SubscriptionState, type: Event): GiftSubscription['status'] =>
  life.after(status, { type }, {}) as GiftSubscription['status'];

const ENDED: readonly string[] = ['LAPSED', 'CANCELLED', 'EXPIRED'] satisfies GiftSubscription['status'][];

export const hasEnded = ({ status }: Pick<GiftSubscription, 'status'>): boolean => ENDED.includes(status);

/** The pledge of an attempt, whoever asks and however often. */
export const pledgeIdOf = (id: string, period: number, attempt: number): string =>
  uuidv5(`pledge of subscription ${id} for period ${period}, attempt ${attempt}`);

export const pledgeWantedOf = (subscription: SubscriptionState): Payload<'subscription.created'> => {
  const { donor_id, donor, message, anonymous, period, attempt, mandate_id } = subscription;
  return { ...giftOf(subscription), mandate_id, donor_id, donor, message, anonymous, period, attempt };
};

export const giftOf = ({ id, campaign_id, pledge_id, amount, currency }: SubscriptionState) => ({
  subscription_id: id,
  campaign_id,
  pledge_id,
  amount,
  currency,
});

/** Charges the saved card for `period`, or once more. */
export function attemptAt(
  subscription: SubscriptionState,
  { period, attempt }: Pick<GiftSubscription, 'period' | 'attempt'>,
): SubscriptionDecision {
  const pledge_id = pledgeIdOf(subscription.id, period, attempt);
  const after = { ...subscription, period, attempt, pledge_id, outcome: 'OPEN' } as const;
  return becomes<SubscriptionState>(after).publishing(
    'subscription.renewal_requested',
    pledgeWantedOf(after),
  );
}

/** The period that begins next, and never one that was charged. */
export function nextPeriod(subscription: SubscriptionState, now: Instant) {
  const period = Math.max(subscription.period, periodAt(subscription, now)) + 1;
  return { period, due_at: startOf(subscription, period) };
}

/** What is still under way for the period is given up; nothing more is charged. */
export function stop(subscription: SubscriptionState): SubscriptionDecision {
  const { id, outcome } = subscription;
  const still: SubscriptionState = { ...subscription, due_at: null, retry_at: null };
  const stopped =
    outcome === 'OPEN'
      ? becomes<SubscriptionState>({ ...still, outcome: 'ABANDONED' }).publishing(
          'subscription.renewal_abandoned',
          pledgeWantedOf(subscription),
        )
      : becomes(still);
  return stopped.unscheduling('subscriptions.renewal', id).unscheduling('subscriptions.retry', id);
}
