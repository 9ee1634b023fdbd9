// The rules of a pledge's money: what its payment reports, and refunds. Pure functions.
import type { CampaignView, Params, Payload } from '#contracts';
import { ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import type { Fact } from '#machines/finance/facts';
import type { CommandContext, Decision, Rule } from '#mixins/actors/decision';
import { effectsOf } from './pledge-effects.rules.ts';
import {
  addRefund,
  applyFact,
  refundableOf,
  type PledgeState,
  type PledgeMessage,
} from './pledge-state.rules.ts';

type FactRule<P = Payload<'payment.captured'>> = Rule<PledgeState, P, PledgeMessage>;

export const authorize = ruleFor(() => ({ type: 'authorize' }));
export const fails = ruleFor(() => ({ type: 'fail' }));
export const voids = ruleFor(() => ({ type: 'void' }));
export const capture = ruleFor(({ amount }) => ({ type: 'capture', amount }));
export const settle = ruleFor(({ amount }) => ({ type: 'settle', amount }));
export const refund = ruleFor<Payload<'payment.refunded'>>(({ amount, refund_id }) => ({
  type: 'refund',
  amount,
  refund_id,
}));
export const failRefund = ruleFor<Payload<'payment.refund_failed'>>(({ refund_id }) => ({
  type: 'fail_refund',
  refund_id,
}));
export const dispute = ruleFor<Payload<'payment.disputed'>>(({ amount, dispute_id }) => ({
  type: 'dispute',
  amount,
  dispute_id,
}));
export const win = ruleFor<Payload<'payment.dispute_won'>>(({ amount, dispute_id }) => ({
  type: 'win',
  amount,
  dispute_id,
}));

/** The new state from the fact, then its effects. */
function ruleFor<P = Payload<'payment.captured'>>(factIn: (message: P) => Fact): FactRule<P> {
  return (before, message, { now }) => {
    const event = factIn(message);
    return effectsOf({ before, after: applyFact(before, event), event, at: now });
  };
}

/** For the campaign's owner and admins. Throws PLEDGE_NOT_FOUND, NOTHING_TO_REFUND, REFUND_EXCEEDS_CAPTURED. */
export function askRefund(
  pledge: PledgeState,
  {
    amount,
    campaign: { campaign_id, owner_id },
  }: Pick<Params<'pledges.refund'>, 'amount'> & { campaign: CampaignView },
  { caller, now }: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  const { id } = pledge;
  if (!ownsOrMay(caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`))
    throw fail('PLEDGE_NOT_FOUND', { id });
  const refundable = refundableOf(pledge);
  if (refundable <= 0) throw fail('NOTHING_TO_REFUND', { id, refundable: 0 });
  if (amount !== undefined && amount > refundable)
    throw fail('REFUND_EXCEEDS_CAPTURED', { id, refundable, errors: [tooMuch(refundable)] });
  const after = addRefund(pledge, amount ?? refundable);
  return effectsOf({ before: pledge, after, event: { type: 'ask_refund' }, at: now });
}

const tooMuch = (refundable: number) => ({ pointer: '/amount', message: `must be at most ${refundable}` });
