// What becomes of the pledges of a campaign that was cancelled. Pure functions.
import type { Payload } from '#contracts';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { refundableOf, type PledgeMessage, type PledgeState } from './pledge-state.rules.ts';
import { withdraw } from './pledge.rules.ts';

export type Release = Pick<Payload<'pledge.released'>, 'because'>;

/**
 * What is open is cancelled, what was captured goes back, and its donor is told. What was given offline the owner must
 * return themselves: it counts until they void it.
 */
export function release(
  pledge: PledgeState,
  { because }: Release,
  context: Pick<CommandContext, 'now'>,
): Decision<PledgeState, PledgeMessage> {
  const { id: pledge_id, campaign_id, amount, currency, offline } = pledge;
  if (offline) {
    const return_due = refundableOf(pledge) > 0;
    return becomes({ ...pledge, withdrawn_at: context.now, offline: { ...offline, return_due } });
  }
  const decision = withdraw(pledge, {}, context);
  const { refunds, status } = decision.state;
  const refund_amount = refunds.slice(pledge.refunds.length).reduce((sum, refund) => sum + refund.amount, 0);
  const wasHeld = pledge.status === 'AUTHORIZED' && status === 'CANCELLED';
  if (refund_amount === 0 && !wasHeld) return decision;
  const told = { pledge_id, campaign_id, currency, amount, refund_amount, because };
  return decision.publishing('pledge.released', told);
}
