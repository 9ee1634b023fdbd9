// Second pass: the messages and timers that follow from a pledge's change of state. Pure functions.
import type { MessageName, Payload, Pledge } from '#contracts';
import type { PledgeEvent } from '#machines/fundraising/pledge.machine';
import { becomes, type Decision } from '#mixins/actors/decision';
import {
  bringsMoney,
  countedOf,
  isUnpaid,
  type PledgeState,
  type PledgeMessage,
} from './pledge-state.rules.ts';

interface Change {
  before: PledgeState;
  after: PledgeState;
  /** What led to it: a fact, a command or a timer. */
  event: { type: PledgeEvent['type'] | 'ask_refund'; refund_id?: string };
  at: string;
}

/** In this order: its status, its money, the refunds that are asked for. */
export function effectsOf({ before, after, event, at }: Change): Decision<PledgeState, PledgeMessage> {
  if (after === before) return becomes(before);
  const decision = [statusMessage, moneyMessages, refundMessages].reduce<
    Decision<PledgeState, PledgeMessage>
  >((told, effects) => effects(told, before, event), becomes(after));
  const { id, status, expires_at } = after;
  // Whether its campaign is still open must be looked up first.
  if (status === 'EXPIRED' && bringsMoney(event)) return decision.scheduling('pledges.late_money', id, at);
  const [was, is] = [isUnpaid(before), isUnpaid(after)];
  if (was === is) return decision;
  return is
    ? decision.scheduling('pledges.expiry', id, expires_at)
    : decision.unscheduling('pledges.expiry', id);
}

type Effects = (
  decision: Decision<PledgeState, PledgeMessage>,
  before: PledgeState,
  event: Change['event'],
) => Decision<PledgeState, PledgeMessage>;

const messageOfStatus: Partial<Record<Pledge['status'], Announcement>> = {
  AUTHORIZED: 'pledge.authorized',
  COMPLETED: 'pledge.completed',
  FAILED: 'pledge.failed',
  CONFLICTED: 'pledge.conflicted',
  CANCELLED: 'pledge.cancelled',
  EXPIRED: 'pledge.expired',
};

const statusMessage: Effects = (decision, before, event) => {
  const { state: after } = decision;
  // What an admin resolves is told as money only.
  if (after.status === before.status || event.type === 'resolve') return decision;
  const name = event.type === 'reinstate' ? 'pledge.reinstated' : messageOfStatus[after.status];
  return name ? decision.publishing(name, announcement(after)) : decision;
};

const moves = [
  ['captured_amount', 'pledge.captured', 'pledge.capture_reduced'],
  ['refunded_amount', 'pledge.refunded', 'pledge.refund_reversed'],
  ['charged_back_amount', 'pledge.charged_back', 'pledge.chargeback_reversed'],
] as const;

/** What the money that counts has changed by. A refund that came before its capture is told with it. */
const moneyMessages: Effects = (decision, before, { type, refund_id }) => {
  const { state: after } = decision;
  const [was, is] = [countedOf(before), countedOf(after)];
  return moves.reduce((told, [field, more, less]) => {
    const change = is[field] - was[field];
    if (change === 0) return told;
    const name = change > 0 ? more : less;
    const payload = announcement(after, Math.abs(change));
    const isOfOne = name === 'pledge.refunded' && type === 'refund' && refund_id !== undefined;
    return told.publishing(name, isOfOne ? { ...payload, refund_id } : payload);
  }, decision);
};

const refundMessages: Effects = (decision, before) => {
  const { id: pledge_id, campaign_id, currency, refunds } = decision.state;
  const is_covered = decision.state.withdrawn_at !== null;
  return refunds.slice(before.refunds.length).reduce(
    (told, { refund_id, amount }) =>
      told.publishing('pledge.refund_requested', {
        pledge_id,
        campaign_id,
        refund_id,
        amount,
        currency,
        is_covered,
      }),
    decision,
  );
};

/** A pledge was made: its donor has a limited time to pay, and a guest needs a link. */
export function effectsOfCreation(pledge: PledgeState): Decision<PledgeState, PledgeMessage> {
  const { id, campaign_id, donor, amount, currency, expires_at } = pledge;
  const created = becomes(pledge)
    .publishing('pledge.created', announcement(pledge))
    .scheduling('pledges.expiry', id, expires_at);
  if (!donor?.email) return created;
  const { name, email } = donor;
  return created.publishing('pledge.guest_link_requested', {
    pledge_id: id,
    campaign_id,
    donor: { name, email },
    amount,
    currency,
  });
}

type Announcement = Extract<MessageName, `pledge.${string}`>;

/** What the rest of the platform is told whenever a pledge moves: as it will be kept, one version on. */
export function announcement(pledge: PledgeState, moved = pledge.amount): Payload<'pledge.created'> {
  const { id, campaign_id, donor_id, currency, version, offline, subscription_id } = pledge;
  const figures = { ...countedOf(pledge), version: version + 1 };
  return {
    pledge_id: id,
    campaign_id,
    donor_id,
    amount: moved,
    currency,
    figures,
    ...(offline && { offline: true as const }),
    ...(subscription_id !== null && { subscription_id }),
  };
}
