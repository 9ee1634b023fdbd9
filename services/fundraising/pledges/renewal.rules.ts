// The rules of a pledge of a recurring gift: its subscription asks for it, and may give it up. Pure functions.
import type { CampaignView, MessageName, Payload } from '#contracts';
import { addMs } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { effectsOf, effectsOfCreation } from './pledge-effects.rules.ts';
import { fails } from './pledge-money.rules.ts';
import { transitionIfAny, type PledgeMessage, type PledgeState } from './pledge-state.rules.ts';

type PledgeDecision = Decision<PledgeState, PledgeMessage>;

export interface Renewal {
  wanted: Payload<'subscription.created'>;
  /** Who a guest is, by their e-mail address; of an account its user. */
  donor_id: string;
  /** What its payment does with the saved card; null: nothing. */
  use: NonNullable<Payload<'pledge.created'>['mandate']>['use'] | null;
}

// A donor has as long as for any pledge; a saved card that nobody answers for is waited for until the first retry.
const EXPIRES_AFTER_MS = { set_up: 30 * 60_000, charge: 24 * 3600_000 };

/** The pledge of one attempt at one period; asked for again, it is there. */
export function createFor(
  known: PledgeState | undefined,
  { wanted, donor_id, use }: Renewal,
  { key, now }: Pick<CommandContext, 'key' | 'now'>,
): PledgeDecision {
  if (known) return becomes(known);
  const { subscription_id, campaign_id, donor, amount, currency, message, anonymous, period } = wanted;
  const created = effectsOfCreation({
    id: key,
    campaign_id,
    donor_id,
    donor,
    amount,
    fee_cover: 0,
    currency,
    message,
    message_hidden: false,
    anonymous,
    status: 'PENDING',
    facts: {},
    refunds: [],
    resolution: null,
    offline: null,
    subscription_id,
    period,
    withdrawn_at: null,
    guest_id: donor ? donor_id : null,
    erased_at: null,
    captured_amount: 0,
    refunded_amount: 0,
    charged_back_amount: 0,
    created_at: now,
    expires_at: addMs(now, EXPIRES_AFTER_MS[use ?? 'charge']),
    version: 0,
  });
  const told = use === 'set_up' ? created : without(created, 'pledge.guest_link_requested');
  const { mandate_id } = wanted;
  return use === null ? told : adding(told, 'pledge.created', { mandate: { mandate_id, use } });
}

/** Whether a renewal may be charged: a campaign whose end has come, and may yet be moved, is open until it is closed. */
export const takesRenewals = ({ status }: CampaignView): boolean => status === 'PUBLISHED';

const MAY_BE_ABANDONED: readonly string[] = ['PENDING', 'AUTHORIZED', 'FAILED', 'EXPIRED'];

/** Another attempt is to be made, or none: unless it was paid, what comes for this one goes back. */
export function abandon(
  pledge: PledgeState,
  _message: unknown,
  { now }: Pick<CommandContext, 'now'>,
): PledgeDecision {
  // Late money for an EXPIRED one is being looked after.
  if (!MAY_BE_ABANDONED.includes(pledge.status) || pledge.captured_amount > 0) return becomes(pledge);
  const event = { type: 'withdraw' } as const;
  return effectsOf({ before: pledge, after: transitionIfAny(pledge, event), event, at: now });
}

/** The payment failed: with what the provider says of it, for who must do something about it. */
export function failsFor(
  pledge: PledgeState,
  message: Payload<'payment.failed'>,
  context: CommandContext,
): PledgeDecision {
  const decision = fails(pledge, message, context);
  const { reason } = message;
  return reason === undefined ? decision : adding(decision, 'pledge.failed', { reason });
}

/** The decision, with more in the payload of one of its messages. */
function adding<N extends MessageName & PledgeMessage>(
  { state, messages, ...effects }: PledgeDecision,
  name: N,
  fields: Partial<Payload<N>>,
): PledgeDecision {
  const added = messages.map((message) =>
    message.name === name ? { ...message, payload: { ...message.payload, ...fields } } : message,
  );
  return becomes<PledgeState, PledgeMessage>(state, { ...effects, messages: added });
}

/** A guest has the link to the subscription: each of its renewals needs none. */
const without = ({ state, messages, ...effects }: PledgeDecision, name: PledgeMessage): PledgeDecision =>
  becomes<PledgeState, PledgeMessage>(state, {
    ...effects,
    messages: messages.filter((message) => message.name !== name),
  });
