// The rules of a pledge. Pure functions: no database, no broker, no clock.
import type { CampaignView, Params, Payload, Pledge } from '#contracts';
import { fail } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { later } from '#lib/world';
import { learn, moneyOf, type Fact, type Facts } from '#machines/facts';
import { pledgeMachine } from '#machines/pledge.machine';
import { becomes, type Circumstances, type Decision, type Rule } from '#mixins/actors/decision';

/** A pledge as it is kept: with all that is known of its payment. */
export type PledgeState = Pledge & { facts: Facts };

export interface Wish {
  wish: Params<'pledges.create'>;
  campaign: CampaignView;
}

// 001, "State Machine": PENDING → EXPIRED after 30 minutes.
const EXPIRES_AFTER_MS = 30 * 60_000;

/** Throws CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_OPEN, CURRENCY_MISMATCH. */
export function create(
  _none: PledgeState | undefined,
  { wish, campaign }: Wish,
  { key, by, at }: Circumstances,
): Decision<PledgeState> {
  const { status, ends_at, currency, owner_id } = campaign;
  // Somebody else's draft is nobody's business: not even that there is one.
  if (status === 'DRAFT' && owner_id !== by?.user_id)
    throw fail('CAMPAIGN_NOT_FOUND', { id: wish.campaign_id });
  if (status !== 'PUBLISHED' || (ends_at !== null && ends_at <= at)) {
    throw fail('CAMPAIGN_NOT_OPEN', { campaign_id: wish.campaign_id, campaign_status: status, ends_at });
  }
  if (wish.currency !== currency) {
    throw fail('CURRENCY_MISMATCH', { errors: [{ pointer: '/currency', message: `must be ${currency}` }] });
  }
  const pledge: PledgeState = {
    id: key,
    campaign_id: wish.campaign_id,
    donor_id: by!.user_id,
    amount: wish.amount,
    currency,
    message: wish.message ?? null,
    anonymous: wish.anonymous ?? false,
    status: 'PENDING',
    captured_amount: 0,
    refunded_amount: 0,
    charged_back_amount: 0,
    facts: {},
    created_at: at,
    expires_at: later(at, EXPIRES_AFTER_MS),
    version: 0,
  };
  return becomes(pledge).saying('pledge.created', announcement(pledge));
}

/** For its donor and admins. Throws PLEDGE_NOT_FOUND to everybody else, PLEDGE_ALREADY_CAPTURED, TRANSITION_NOT_ALLOWED. */
export function cancel(pledge: PledgeState, _input: unknown, { by }: Circumstances): Decision<PledgeState> {
  const isAllowed = by?.user_id === pledge.donor_id || by?.permissions.includes('admin');
  if (!isAllowed) throw fail('PLEDGE_NOT_FOUND', { id: pledge.id });
  if (pledge.captured_amount > 0) throw fail('PLEDGE_ALREADY_CAPTURED', { id: pledge.id });
  const status = life.after(pledge.status, { type: 'cancel' }, pledge) as Pledge['status'];
  return becomes({ ...pledge, status }).saying('pledge.cancelled', announcement(pledge));
}

type PaymentMessage = Payload<'payment.captured'>;
type Hears<P = PaymentMessage> = Rule<PledgeState, P>;

export const authorize: Hears = (pledge) => hear(pledge, { type: 'authorize' });
export const fails: Hears = (pledge) => hear(pledge, { type: 'fail' });
export const capture: Hears = (pledge, { amount }) => hear(pledge, { type: 'capture', amount });
export const settle: Hears = (pledge, { amount }) => hear(pledge, { type: 'settle', amount });
export const refund: Hears<Payload<'payment.refunded'>> = (pledge, { amount, refund_id }) =>
  hear(pledge, { type: 'refund', amount, refund_id });
export const dispute: Hears<Payload<'payment.disputed'>> = (pledge, { amount, dispute_id }) =>
  hear(pledge, { type: 'dispute', amount, dispute_id });
export const win: Hears<Payload<'payment.dispute_won'>> = (pledge, { amount, dispute_id }) =>
  hear(pledge, { type: 'win', amount, dispute_id });

const life = lifecycle(pledgeMachine);

/** A fact is never refused: whenever it comes, the pledge ends where all its facts lead. */
function hear(pledge: PledgeState, fact: Fact): Decision<PledgeState> {
  const facts = learn(pledge.facts, fact);
  if (facts === pledge.facts) return becomes(pledge);
  const status = life.afterFact(pledge.status, fact, { amount: pledge.amount, facts }) as Pledge['status'];
  const now = { ...pledge, ...moneyOf({ ...pledge, facts }), facts, status };
  return tellingOfMoney(pledge, now, tellingOfStatus(pledge, now));
}

const toldOfStatus = {
  AUTHORIZED: 'pledge.authorized',
  COMPLETED: 'pledge.completed',
  FAILED: 'pledge.failed',
  CONFLICTED: 'pledge.conflicted',
} as const;

function tellingOfStatus(was: PledgeState, now: PledgeState): Decision<PledgeState> {
  const name = now.status !== was.status && toldOfStatus[now.status as keyof typeof toldOfStatus];
  return name ? becomes(now).saying(name, announcement(now)) : becomes(now);
}

/** What the money that counts has changed by. A refund that came before its capture is told with it. */
function tellingOfMoney(was: PledgeState, now: PledgeState, decision: Decision<PledgeState>) {
  const [before, after] = [counted(was), counted(now)];
  const captured = after.captured_amount - before.captured_amount;
  const refunded = after.refunded_amount - before.refunded_amount;
  const charged_back = after.charged_back_amount - before.charged_back_amount;
  let told = decision;
  if (captured > 0) told = told.saying('pledge.captured', announcement(now, captured));
  if (refunded > 0) told = told.saying('pledge.refunded', announcement(now, refunded));
  if (charged_back > 0) told = told.saying('pledge.charged_back', announcement(now, charged_back));
  if (charged_back < 0) told = told.saying('pledge.chargeback_reversed', announcement(now, -charged_back));
  return told;
}

/** Money counts for the campaign unless nobody expected it: another amount, or after the pledge was given up. */
const counted = ({ status, amount, facts }: PledgeState) =>
  moneyOf({ amount, facts: UNCOUNTED.has(status) ? {} : facts });

const UNCOUNTED = new Set<Pledge['status']>(['CONFLICTED', 'CANCELLED', 'EXPIRED']);

/** What the rest of the platform is told whenever a pledge moves. */
const announcement = (
  { id, campaign_id, donor_id, amount, currency }: Pledge,
  moved = amount,
): Payload<'pledge.created'> => ({
  ...{ pledge_id: id, campaign_id, donor_id, amount: moved, currency },
});
