// The rules of a pledge, from the promise to its end. Pure functions: no database, no broker, no clock.
import type { CampaignView, Params } from '#contracts';
import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { addMs } from '#lib/world';
import { mustBeOpen, mustBePayable } from '#machines/fundraising/taking-pledges';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { isDonor, type ByLink } from './donor.rules.ts';
import { effectsOf, effectsOfCreation } from './pledge-effects.rules.ts';
import {
  isRefundUnderWay,
  refundRest,
  transition,
  transitionIfAny,
  type PledgeState,
  type PledgeMessage,
} from './pledge-state.rules.ts';

export interface Wish {
  wish: Params<'pledges.create'>;
  campaign: CampaignView;
  /** Who a guest is, by their e-mail address. */
  guest_id: string | null;
  /** Who is to collect the money. */
  payment_provider: string;
  /** What a donor who covers the fee pays on top. */
  fee_cover?: number;
}

// 001, "State Machine": PENDING → EXPIRED after 30 minutes.
const EXPIRES_AFTER_MS = 30 * 60_000;

/** Throws SIGN_IN_REQUIRED, VALIDATION_FAILED, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_OPEN, CURRENCY_MISMATCH, AMOUNT_NOT_PAYABLE. */
export function create(
  _none: PledgeState | undefined,
  { wish, campaign, guest_id, payment_provider, fee_cover = 0 }: Wish,
  { key, caller, now }: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  const donor_id = caller?.user_id ?? guest_id;
  if (!donor_id) throw fail('SIGN_IN_REQUIRED');
  if (caller && wish.donor) {
    throw fail('VALIDATION_FAILED', {
      errors: [{ pointer: '/donor', message: 'must be absent: you are signed in' }],
    });
  }
  mustBeOpen(wish, campaign, caller?.user_id, now);
  mustBePayable(payment_provider, { ...wish, amount: wish.amount + fee_cover });
  const { amount, message = null, anonymous = false, donor = null } = wish;
  const pledge: PledgeState = {
    id: key,
    campaign_id: wish.campaign_id,
    donor_id,
    donor,
    amount: amount + fee_cover,
    fee_cover,
    currency: wish.currency,
    message,
    message_hidden: false,
    anonymous,
    status: 'PENDING',
    facts: {},
    refunds: [],
    resolution: null,
    offline: null,
    subscription_id: null,
    period: null,
    withdrawn_at: null,
    guest_id: caller ? null : guest_id,
    erased_at: null,
    captured_amount: 0,
    refunded_amount: 0,
    charged_back_amount: 0,
    created_at: now,
    expires_at: addMs(now, EXPIRES_AFTER_MS),
    version: 0,
  };
  return effectsOfCreation(pledge);
}

/** For its donor and admins. Throws PLEDGE_NOT_FOUND to everybody else, PLEDGE_ALREADY_CAPTURED, TRANSITION_NOT_ALLOWED. */
export function cancel(
  pledge: PledgeState,
  link: ByLink,
  { caller, now }: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  if (!isDonor(pledge, link, caller?.user_id) && !may(caller, 'pledges:manage'))
    throw fail('PLEDGE_NOT_FOUND', { id: pledge.id });
  if (pledge.captured_amount > 0) throw fail('PLEDGE_ALREADY_CAPTURED', { id: pledge.id });
  const event = { type: 'cancel' } as const;
  return effectsOf({ before: pledge, after: transition(pledge, event), event, at: now });
}

/** The same for a button, which may be pressed twice. */
export const cancelAgain: typeof cancel = (pledge, link, context) =>
  pledge.status === 'CANCELLED' && isDonor(pledge, link, context.caller?.user_id)
    ? becomes(pledge)
    : cancel(pledge, link, context);

/** For its donor. Throws PLEDGE_NOT_FOUND to everybody else. */
export function update(
  pledge: PledgeState,
  { message = pledge.message, anonymous = pledge.anonymous, ...link }: Params<'pledges.update'> & ByLink,
  { caller }: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  if (!isDonor(pledge, link, caller?.user_id)) throw fail('PLEDGE_NOT_FOUND', { id: pledge.id });
  return becomes({ ...pledge, message, anonymous });
}

/** Nobody has paid in time. */
export function expire(
  pledge: PledgeState,
  _input: unknown,
  { now }: Pick<CommandContext, 'now'>,
): Decision<PledgeState, PledgeMessage> {
  const event = { type: 'expire' } as const;
  return effectsOf({ before: pledge, after: transitionIfAny(pledge, event), event, at: now });
}

/** The campaign has closed: nobody is to pay any more. A hold is the donor's word, and its money still counts. */
export const close = expire;

/** The campaign is called off: what is open is cancelled, what was captured goes back, and so does what comes yet. */
export function withdraw(
  pledge: PledgeState,
  _input: unknown,
  { now }: Pick<CommandContext, 'now'>,
): Decision<PledgeState, PledgeMessage> {
  const event = { type: 'withdraw' } as const;
  const moved = transitionIfAny(pledge, event);
  const withdrawn = moved === pledge ? { ...pledge, withdrawn_at: now } : moved;
  return effectsOf({ before: pledge, after: refundRest(withdrawn), event, at: now });
}

/** Money came for an EXPIRED pledge: it counts after all while the campaign is open, else it goes back. */
export function settleLate(
  pledge: PledgeState,
  { is_open }: { is_open: boolean },
  { now }: Pick<CommandContext, 'now'>,
): Decision<PledgeState, PledgeMessage> {
  if (pledge.status !== 'EXPIRED' || pledge.captured_amount === 0) return becomes(pledge);
  const event = { type: is_open ? 'reinstate' : 'withdraw' } as const;
  const moved = transitionIfAny(pledge, event);
  return effectsOf({ before: pledge, after: is_open ? moved : refundRest(moved), event, at: now });
}

/**
 * Of another amount than was pledged. Throws TRANSITION_NOT_ALLOWED unless it is CONFLICTED and nobody has resolved it;
 * REFUND_UNDER_WAY and CAMPAIGN_CALLED_OFF to one who accepts what is going back.
 */
export function resolve(
  pledge: PledgeState,
  { accept, is_called_off }: Pick<Params<'pledges.resolve'>, 'accept'> & { is_called_off: boolean },
  { now }: Pick<CommandContext, 'now'>,
): Decision<PledgeState, PledgeMessage> {
  const { id, campaign_id } = pledge;
  if (pledge.resolution !== null)
    throw fail('TRANSITION_NOT_ALLOWED', { lifecycle: 'pledge', from: pledge.status, event: 'resolve' });
  if (accept && (is_called_off || pledge.withdrawn_at !== null))
    throw fail('CAMPAIGN_CALLED_OFF', { campaign_id });
  if (accept && isRefundUnderWay(pledge)) throw fail('REFUND_UNDER_WAY', { id });
  const event = { type: 'resolve' } as const;
  const resolved = transition({ ...pledge, resolution: accept ? 'accepted' : 'refused' }, event);
  return effectsOf({ before: pledge, after: accept ? resolved : refundRest(resolved), event, at: now });
}
