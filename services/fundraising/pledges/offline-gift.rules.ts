// The rules of a gift that reached the owner of a campaign in person: a pledge without a payment. Pure functions.
import type { CampaignView, Params } from '#contracts';
import { ownsOrMay } from '#lib/caller';
import { fail } from '#lib/errors';
import { addMs, uuidv5, type Instant } from '#lib/world';
import { becomes, type CommandContext, type Decision } from '#mixins/actors/decision';
import { announcement, effectsOf } from './pledge-effects.rules.ts';
import { askRefund } from './pledge-money.rules.ts';
import { applyFact, refundableOf, type PledgeMessage, type PledgeState } from './pledge-state.rules.ts';

export interface OfflineGift {
  wish: Params<'pledges.record_offline_gift'>;
  campaign: CampaignView;
  /** Who the donor is, by their e-mail address. */
  guest_id: string | null;
}

/**
 * Its money is there: it is COMPLETED at once. For the campaign's owner and admins. Throws CAMPAIGN_NOT_FOUND,
 * PERMISSION_DENIED, NO_OFFLINE_GIFTS, CURRENCY_MISMATCH, VALIDATION_FAILED.
 */
export function recordGift(
  _none: PledgeState | undefined,
  gift: OfflineGift,
  context: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  mustTakeGifts(gift.campaign, context);
  const { currency, amount, received_on } = gift.wish;
  if (currency !== gift.campaign.currency)
    throw fail('CURRENCY_MISMATCH', {
      errors: [{ pointer: '/currency', message: `must be ${gift.campaign.currency}` }],
    });
  mustBePast(received_on, context.now);
  const pledge = applyFact(giftOf(gift, context), { type: 'settle', amount });
  return becomes(pledge)
    .publishing('pledge.created', announcement(pledge))
    .publishing('pledge.completed', announcement(pledge))
    .publishing('pledge.captured', announcement(pledge));
}

/** As a pledge whose money is not known yet. */
function giftOf({ wish, guest_id }: OfflineGift, { key, caller, now }: CommandContext): PledgeState {
  const { donor, message = null, anonymous = false, method, received_on, reference = null } = wish;
  // Nobody knows whether two without an address are one.
  const donor_id = guest_id ?? uuidv5(`donor of pledge ${key}`);
  return {
    id: key,
    campaign_id: wish.campaign_id,
    donor_id,
    donor: { name: donor.name, email: donor.email ?? null },
    amount: wish.amount,
    fee_cover: 0,
    currency: wish.currency,
    message,
    message_hidden: false,
    anonymous,
    status: 'PENDING',
    facts: {},
    refunds: [],
    resolution: null,
    offline: {
      method,
      received_on,
      reference,
      recorded_by: caller!.user_id,
      return_due: false,
      void_reason: null,
    },
    subscription_id: null,
    period: null,
    withdrawn_at: null,
    guest_id: donor_id,
    erased_at: null,
    captured_amount: 0,
    refunded_amount: 0,
    charged_back_amount: 0,
    created_at: now,
    expires_at: now,
    version: 0,
  };
}

function mustTakeGifts(campaign: CampaignView, { caller }: CommandContext): void {
  const { campaign_id, owner_id, status, funding } = campaign;
  if (!isRunBy(campaign, caller)) {
    // Somebody else's draft is nobody's business.
    if (status === 'DRAFT') throw fail('CAMPAIGN_NOT_FOUND', { id: campaign_id });
    throw fail('PERMISSION_DENIED', { owner_id });
  }
  if ((status !== 'PUBLISHED' && status !== 'CLOSED') || funding === 'all_or_nothing')
    throw fail('NO_OFFLINE_GIFTS', { campaign_id, campaign_status: status, funding });
}

const isRunBy = ({ campaign_id, owner_id }: CampaignView, caller: CommandContext['caller']): boolean =>
  ownsOrMay(caller, owner_id, 'campaigns:manage', `campaign:${campaign_id}`);

// Where the day begins first, it does 14 hours before UTC.
const FIRST_DAY_MS = 14 * 3600_000;
// One that is older is a typing error: the year 0026.
const MOST_YEARS = 10;

function mustBePast(received_on: string, now: Instant): void {
  const today = addMs(now, FIRST_DAY_MS).slice(0, received_on.length);
  const years = Number(today.slice(0, 4)) - Number(received_on.slice(0, 4));
  if (received_on <= today && years <= MOST_YEARS) return;
  const message =
    years > MOST_YEARS ? `must be at most ${MOST_YEARS} years ago` : 'must not be in the future';
  throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/received_on', message }] });
}

/**
 * It was recorded wrongly, or returned: it counts no more. For the campaign's owner and admins. Throws PLEDGE_NOT_FOUND,
 * NOT_OFFLINE, NOTHING_TO_REFUND.
 */
export function voidGift(
  pledge: PledgeState,
  { reason, campaign }: Pick<Params<'pledges.void'>, 'reason'> & { campaign: CampaignView },
  { caller, now }: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  const { id, offline } = pledge;
  if (!isRunBy(campaign, caller)) throw fail('PLEDGE_NOT_FOUND', { id });
  if (!offline) throw fail('NOT_OFFLINE', { id });
  const amount = refundableOf(pledge);
  if (amount <= 0) throw fail('NOTHING_TO_REFUND', { id, refundable: 0 });
  const event = { type: 'refund', refund_id: uuidv5(`void of pledge ${id}`), amount } as const;
  const voided = { ...pledge, offline: { ...offline, return_due: false, void_reason: reason } };
  return effectsOf({ before: pledge, after: applyFact(voided, event), event, at: now });
}

/** A refund of what was paid: nobody else can return what the owner was given in person. Throws OFFLINE_GIFT as well. */
export function askRefundOfPayment(
  pledge: PledgeState,
  input: Parameters<typeof askRefund>[1],
  context: CommandContext,
): Decision<PledgeState, PledgeMessage> {
  // First whether they may ask.
  const decision = askRefund(pledge, input, context);
  if (pledge.offline) throw fail('OFFLINE_GIFT', { id: pledge.id });
  return decision;
}
