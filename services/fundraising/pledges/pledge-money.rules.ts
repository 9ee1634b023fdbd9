// The rules of a pledge's money: what its payment reports, what goes back, and what is told of it. Pure functions.
import type { CampaignView, MessageOf, Params, Payload, Pledge, Refund } from '#contracts';
import { fail } from '#lib/errors';
import { lifecycle } from '#lib/lifecycle';
import { uuidv5 } from '#lib/world';
import { learn, moneyOf, NO_MONEY, type Fact, type Facts, type Money } from '#machines/finance/facts';
import { pledgeMachine } from '#machines/fundraising/pledge.machine';
import { becomes, type CommandContext, type Decision, type Rule } from '#mixins/actors/decision';

/** A pledge as it is kept: with all that is known of its payment, and when its campaign was called off. */
/** What pledges publish. */
export type PledgeMessage = MessageOf<'pledges'>;

export type PledgeState = Pledge & { facts: Facts; withdrawn_at: string | null };

export const life = lifecycle(pledgeMachine);

/** Where an event leads; where it leads nowhere, the status stays. */
export const statusAfter = (pledge: PledgeState, event: Parameters<typeof life.afterFact>[1]) =>
  life.afterFact(pledge.status, event, pledge) as Pledge['status'];

type PaymentMessage = Payload<'payment.captured'>;
type Hears<P = PaymentMessage> = Rule<PledgeState, P, PledgeMessage>;

export const authorize: Hears = (pledge) => hear(pledge, { type: 'authorize' });
export const fails: Hears = (pledge) => hear(pledge, { type: 'fail' });
export const voids: Hears = (pledge) => hear(pledge, { type: 'void' });
export const capture: Hears = (pledge, { amount }, { at }) => hear(pledge, { type: 'capture', amount }, at);
export const settle: Hears = (pledge, { amount }, { at }) => hear(pledge, { type: 'settle', amount }, at);
export const refund: Hears<Payload<'payment.refunded'>> = (pledge, { amount, refund_id }) =>
  hear(pledge, { type: 'refund', amount, refund_id });
export const failRefund: Hears<Payload<'payment.refund_failed'>> = (pledge, { refund_id }) =>
  hear(pledge, { type: 'fail_refund', refund_id });
export const dispute: Hears<Payload<'payment.disputed'>> = (pledge, { amount, dispute_id }) =>
  hear(pledge, { type: 'dispute', amount, dispute_id });
export const win: Hears<Payload<'payment.dispute_won'>> = (pledge, { amount, dispute_id }, { at }) =>
  hear(pledge, { type: 'win', amount, dispute_id }, at);

/**
 * A fact is never refused: whenever it comes, the pledge ends where all its facts lead. `arrived_at`: it tells that
 * money has come in, and when; for a pledge that was given up, something must then become of it.
 */
function hear(pledge: PledgeState, fact: Fact, arrived_at?: string): Decision<PledgeState, PledgeMessage> {
  const facts = learn(pledge.facts, fact);
  if (facts === pledge.facts) return becomes(pledge);
  const known = { ...pledge, facts };
  const refunds = pledge.refunds.map((refund) => followed(refund, facts));
  const now = { ...known, ...moneyOf(known), refunds, status: statusAfter(known, fact) };
  const decision = telling(pledge, now, tellingOfStatus(pledge, now));
  if (arrived_at === undefined) return decision;
  // Whether its campaign is still open is to be looked up first.
  if (now.status === 'EXPIRED') return decision.scheduling('pledges.late_money', pledge.id, arrived_at);
  return isUnwanted(now) ? givingBack(decision, now) : decision;
}

const isUnwanted = ({ status, resolution, withdrawn_at }: PledgeState) =>
  status === 'CANCELLED' || resolution === 'refused' || withdrawn_at !== null;

/** What became of a refund that was asked for. */
function followed(refund: Refund, facts: Facts): Refund {
  const { refund_id } = refund;
  if (Object.hasOwn(facts.failed_refunds ?? {}, refund_id)) return { ...refund, status: 'FAILED' };
  const amount = facts.refunds?.[refund_id];
  return amount === undefined ? refund : { ...refund, amount, status: 'SUCCEEDED' };
}

/** For the campaign's owner and admins. Throws PLEDGE_NOT_FOUND, NOTHING_TO_REFUND, REFUND_EXCEEDS_CAPTURED. */
export function askRefund(
  pledge: PledgeState,
  { amount, campaign: { owner_id } }: Pick<Params<'pledges.refund'>, 'amount'> & { campaign: CampaignView },
  { by }: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  const { id } = pledge;
  if (by?.user_id !== owner_id && !by?.permissions.includes('admin')) throw fail('PLEDGE_NOT_FOUND', { id });
  const refundable = refundableOf(pledge);
  if (refundable <= 0) throw fail('NOTHING_TO_REFUND', { id, refundable: 0 });
  if (amount !== undefined && amount > refundable)
    throw fail('REFUND_EXCEEDS_CAPTURED', { id, refundable, errors: [tooMuch(refundable)] });
  return wantingRefund(becomes(pledge), pledge, amount ?? refundable);
}

const tooMuch = (refundable: number) => ({ pointer: '/amount', message: `must be at most ${refundable}` });

/** Of what is left of captured money, all goes back to the donor. */
export function givingBack(
  decision: Decision<PledgeState, PledgeMessage>,
  pledge: PledgeState,
): Decision<PledgeState, PledgeMessage> {
  const refundable = refundableOf(pledge);
  return refundable > 0 ? wantingRefund(decision, pledge, refundable) : decision;
}

/** What was captured less what is given back, disputed, or on its way back. Below 0 where a dispute came beside a refund. */
function refundableOf({ captured_amount, refunded_amount, charged_back_amount, refunds }: PledgeState) {
  const pending = refunds.filter(({ status }) => status === 'PENDING').map(({ amount }) => amount);
  return (
    captured_amount - refunded_amount - charged_back_amount - pending.reduce((sum, each) => sum + each, 0)
  );
}

function wantingRefund(decision: Decision<PledgeState, PledgeMessage>, pledge: PledgeState, amount: number) {
  const { id, campaign_id, currency, refunds, version } = pledge;
  // A pledge's version is given once: so is the id.
  const refund_id = uuidv5(`refund of pledge ${id} at ${version}`);
  const refund: Refund = { refund_id, amount, status: 'PENDING' };
  const of_campaign = isCounted(pledge);
  return becomes({ ...decision.state, refunds: [...refunds, refund] }, decision).publishing(
    'pledge.refund_requested',
    {
      ...{ pledge_id: id, campaign_id, refund_id, amount, currency, of_campaign },
    },
  );
}

const toldOfStatus = {
  AUTHORIZED: 'pledge.authorized',
  COMPLETED: 'pledge.completed',
  FAILED: 'pledge.failed',
  CONFLICTED: 'pledge.conflicted',
} as const;

function tellingOfStatus(was: PledgeState, now: PledgeState): Decision<PledgeState, PledgeMessage> {
  const hasLeft = was.status === 'PENDING' && now.status !== 'PENDING';
  const decision = hasLeft ? becomes(now).unscheduling('pledges.expiry', now.id) : becomes(now);
  const name = now.status !== was.status && toldOfStatus[now.status as keyof typeof toldOfStatus];
  return name ? decision.publishing(name, announcement(now)) : decision;
}

const moves = [
  ['captured_amount', 'pledge.captured', undefined],
  ['refunded_amount', 'pledge.refunded', 'pledge.refund_reversed'],
  ['charged_back_amount', 'pledge.charged_back', 'pledge.chargeback_reversed'],
] as const;

/** Tells what the money that counts has changed by. A refund that came before its capture is told with it. */
export function telling(
  was: PledgeState,
  now: PledgeState,
  decision: Decision<PledgeState, PledgeMessage>,
): Decision<PledgeState, PledgeMessage> {
  const [before, after] = [countedOf(was), countedOf(now)];
  return moves.reduce((told, [field, more, less]) => {
    const change = after[field] - before[field];
    const name = change > 0 ? more : less;
    return change !== 0 && name ? told.publishing(name, announcement(now, Math.abs(change))) : told;
  }, decision);
}

/** Money counts for the campaign unless nobody expected it: another amount, or after the pledge was given up. */
const isCounted = ({ status, captured_amount, amount, resolution }: PledgeState) =>
  status !== 'CANCELLED' && status !== 'EXPIRED' && (captured_amount === amount || resolution === 'accepted');

const countedOf = (pledge: PledgeState): Money => (isCounted(pledge) ? moneyOf(pledge) : NO_MONEY);

/** What the rest of the platform is told whenever a pledge moves: as it will be kept, one version on. */
export const announcement = (pledge: PledgeState, moved = pledge.amount): Payload<'pledge.created'> => {
  const { id, campaign_id, donor_id, currency, version } = pledge;
  const figures = { ...countedOf(pledge), version: version + 1 };
  return { pledge_id: id, campaign_id, donor_id, amount: moved, currency, figures };
};
