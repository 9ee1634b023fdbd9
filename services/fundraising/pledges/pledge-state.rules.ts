// First pass: the state that follows from what happened. Pure functions; what the platform is told of it is the second pass.
import type { MessageOf, Pledge, Refund } from '#contracts';
import { lifecycle } from '#lib/lifecycle';
import { uuidv5 } from '#lib/world';
import { learn, moneyOf, NO_MONEY, type Fact, type Facts, type Money } from '#machines/finance/facts';
import { pledgeMachine, type PledgeEvent } from '#machines/fundraising/pledge.machine';

/**
 * A pledge as it is kept: with all that is known of its payment, and when its campaign was called off; the guest who made it,
 * whoever has it now; and when its donor was erased.
 */
export type PledgeState = Pledge & {
  facts: Facts;
  withdrawn_at: string | null;
  guest_id: string | null;
  erased_at: string | null;
};

/** What pledges publish. */
export type PledgeMessage = MessageOf<'pledges'>;

const life = lifecycle(pledgeMachine);

/** The pledge in the status that `event` leads to. Throws TRANSITION_NOT_ALLOWED. */
export const transition = (pledge: PledgeState, event: PledgeEvent): PledgeState => ({
  ...pledge,
  status: life.after(pledge.status, event, pledge) as Pledge['status'],
});

/** The same for what is never refused. The same object where the status stays. */
export function transitionIfAny(pledge: PledgeState, event: PledgeEvent): PledgeState {
  const status = life.afterFact(pledge.status, event, pledge) as Pledge['status'];
  return status === pledge.status ? pledge : { ...pledge, status };
}

/** A fact is never refused: in any order, the pledge ends where all its facts lead. The same object when it was known already. */
export function applyFact(pledge: PledgeState, fact: Fact): PledgeState {
  const facts = learn(pledge.facts, fact);
  if (facts === pledge.facts) return pledge;
  const refunds = pledge.refunds.map((refund) => refundAfter(refund, facts));
  const known = { ...pledge, facts, ...moneyOf({ amount: pledge.amount, facts }), refunds };
  const after = transitionIfAny(known, fact);
  return bringsMoney(fact) && isUnwanted(after) ? refundRest(after) : after;
}

/** Whether money comes in by this: for a pledge that was given up, something must then become of it. */
export const bringsMoney = ({ type }: { type: string }): boolean =>
  type === 'capture' || type === 'settle' || type === 'win';

const isUnwanted = ({ status, resolution, withdrawn_at }: PledgeState) =>
  status === 'CANCELLED' || resolution === 'refused' || withdrawn_at !== null;

function refundAfter(refund: Refund, { refunds = {}, failed_refunds = {} }: Facts): Refund {
  const { refund_id } = refund;
  if (Object.hasOwn(failed_refunds, refund_id)) return { ...refund, status: 'FAILED' };
  const amount = refunds[refund_id];
  return amount === undefined ? refund : { ...refund, amount, status: 'SUCCEEDED' };
}

/** What was captured less what is given back, disputed, or on its way back. Below 0 where a dispute came beside a refund. */
export function refundableOf({
  captured_amount,
  refunded_amount,
  charged_back_amount,
  refunds,
}: PledgeState) {
  const pending = refunds.filter(({ status }) => status === 'PENDING').map(({ amount }) => amount);
  return (
    captured_amount - refunded_amount - charged_back_amount - pending.reduce((sum, each) => sum + each, 0)
  );
}

export const isRefundUnderWay = ({ refunds }: PledgeState): boolean =>
  refunds.some(({ status }) => status === 'PENDING');

/** Somebody may still pay: it has a limited time. */
export const isUnpaid = ({ status }: PledgeState): boolean => status === 'PENDING' || status === 'FAILED';

export function addRefund(pledge: PledgeState, amount: number): PledgeState {
  const { id, refunds, version } = pledge;
  // A pledge's version is given once: so is the id.
  const refund_id = uuidv5(`refund of pledge ${id} at ${version}`);
  return { ...pledge, refunds: [...refunds, { refund_id, amount, status: 'PENDING' }] };
}

/** Of what is left of captured money, all goes back to the donor. */
export function refundRest(pledge: PledgeState): PledgeState {
  const refundable = refundableOf(pledge);
  return refundable > 0 ? addRefund(pledge, refundable) : pledge;
}

/** Money counts for the campaign unless nobody expected it: another amount, or after the pledge was given up. */
export const isCounted = ({ status, captured_amount, amount, resolution }: PledgeState): boolean =>
  status !== 'CANCELLED' &&
  status !== 'EXPIRED' &&
  resolution !== 'refused' &&
  (captured_amount === amount || resolution === 'accepted');

export const countedOf = (pledge: PledgeState): Money => (isCounted(pledge) ? moneyOf(pledge) : NO_MONEY);
