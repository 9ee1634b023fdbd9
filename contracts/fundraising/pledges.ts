import { Type } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  defineTimer,
  exactly,
  Id,
  nullable,
  stringEnum,
  Time,
} from '../define.ts';
import { pledgeExports } from './pledge-exports.ts';
import { PledgeByLink, donorActions, donorMessages, donorTimers, guestLink } from './pledge.donors.ts';
import {
  Guest,
  MessageToCampaign,
  Pledge,
  PledgeAnnouncement,
  pledgeStatuses,
  Refund,
} from './pledge.shapes.ts';
import { ofDonors, ofThanks, thanksMessages, thanksTimers } from './donors.ts';
import { onPage } from './pledge.page.ts';
import { admission, ChallengeToken } from './pledge.admission.ts';
import { endings, ofCampaigns, releases } from './pledge.campaign.ts';
import { offlineGifts } from './pledge.offline.ts';
import { readings } from './pledge.reading.ts';
import { reaching } from './pledge.reaching.ts';
import { seeing } from './pledge.seeing.ts';

export const actions = {
  ...donorActions,
  ...seeing,
  'pledges.create': defineAction({
    summary: 'Pledges an amount to a campaign; the donor pays at `payment_url`. Guests must send `donor`.',
    permission: 'anyone',
    permissionIfSignedIn: 'pledges:create',
    route: 'POST /api/pledges',
    status: 201,
    location: '/api/pledges/:pledge_id',
    idempotency: 'required',
    params: exactly({
      campaign_id: Id,
      amount: Amount,
      currency: Currency,
      donor: Type.Optional(nullable(Guest)),
      message: Type.Optional(nullable(MessageToCampaign)),
      anonymous: Type.Optional(Type.Boolean()),
      challenge_token: ChallengeToken,
      cover_fees: Type.Optional(
        Type.Boolean({
          description:
            "whether the donor pays the provider's fee on top, so that the campaign keeps `amount`",
        }),
      ),
    }),
    result: exactly({
      pledge_id: Id,
      status: stringEnum(pledgeStatuses),
      amount: Pledge.properties.amount,
      fee_cover: Pledge.properties.fee_cover,
      payment_url: Type.String(),
      expires_at: Time,
    }),
    errors: [
      'AMOUNT_NOT_PAYABLE',
      'CAMPAIGN_NOT_FOUND',
      'CAMPAIGN_NOT_OPEN',
      'CURRENCY_MISMATCH',
      'SIGN_IN_REQUIRED',
      'TOO_MANY_PLEDGES',
      'TOO_MANY_DECLINED',
      'CHALLENGE_FAILED',
    ],
  }),
  'pledges.update': defineAction({
    summary: 'Updates the message and the anonymity of a pledge. For its donor.',
    permission: 'anyone',
    permissionIfSignedIn: 'pledges:update',
    route: 'PUT /api/pledges/:id',
    secret: true,
    idempotency: 'accepted',
    params: exactly({
      id: Id,
      token: guestLink,
      message: Type.Optional(nullable(MessageToCampaign)),
      anonymous: Type.Optional(Type.Boolean()),
    }),
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.cancel': defineAction({
    summary: 'Cancels a pledge whose money is not captured yet. For its donor and admins.',
    permission: 'anyone',
    permissionIfSignedIn: 'pledges:update',
    route: 'POST /api/pledges/:id/cancel',
    secret: true,
    idempotency: 'accepted',
    params: PledgeByLink,
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'PLEDGE_ALREADY_CAPTURED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'pledges.refund': defineAction({
    summary:
      "Refunds a captured pledge, or `amount` of it; can be repeated until everything is refunded. For the campaign's owner and admins.",
    permission: 'pledges:refund',
    route: 'POST /api/pledges/:id/refunds',
    idempotency: 'required',
    status: 202,
    params: exactly({ id: Id, amount: Type.Optional(Amount) }),
    result: Refund,
    errors: [
      'PLEDGE_NOT_FOUND',
      'NOTHING_TO_REFUND',
      'REFUND_EXCEEDS_CAPTURED',
      'CAMPAIGN_NOT_FOUND',
      'OFFLINE_GIFT',
    ],
  }),
  'pledges.resolve': defineAction({
    summary: 'Resolves a CONFLICTED pledge: accepts the captured amount, or refunds it. For admins.',
    permission: 'pledges:resolve',
    route: 'POST /api/pledges/:id/resolve',
    idempotency: 'accepted',
    params: exactly({ id: Id, accept: Type.Boolean() }),
    result: Pledge,
    errors: [
      'PLEDGE_NOT_FOUND',
      'TRANSITION_NOT_ALLOWED',
      'REFUND_UNDER_WAY',
      'CAMPAIGN_CALLED_OFF',
      'CAMPAIGN_NOT_FOUND',
    ],
  }),
  ...pledgeExports,
  ...offlineGifts,
  ...ofCampaigns,
  ...admission,
  ...reaching,
  ...onPage,
  ...ofDonors,
  ...ofThanks,
  ...readings,
};

const moved = (summary: string) =>
  defineMessage({ summary, version: 1, key: 'pledge_id', payload: PledgeAnnouncement });
/** What its payment does with a saved card: saves it, or charges it. */
const mandate = Type.Optional(exactly({ mandate_id: Id, use: stringEnum(['set_up', 'charge']) }));
/** `amount` is how much moved this time. Keyed by campaign, whose figures it changes. */
const moneyMoved = (summary: string) =>
  defineMessage({ summary, version: 1, key: 'campaign_id', payload: PledgeAnnouncement });

export const messages = {
  ...thanksMessages,
  ...donorMessages,
  'pledge.created': defineMessage({
    summary: 'A donor pledged an amount to a campaign.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ ...PledgeAnnouncement.properties, mandate }),
  }),
  'pledge.authorized': moved('The donor agreed to pay: the provider holds the money.'),
  'pledge.completed': moved('The money of a pledge arrived at the platform.'),
  'pledge.failed': defineMessage({
    summary: 'The payment of a pledge failed.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ ...PledgeAnnouncement.properties, reason: Type.Optional(Type.String()) }),
  }),
  'pledge.expired': moved('A pledge expired before it was paid.'),
  'pledge.reinstated': moved('A pledge that had ended is open again, because its payment came through late.'),
  'pledge.cancelled': moved('A pledge was cancelled before its money was captured.'),
  'pledge.conflicted': moved(
    'The captured amount differs from the pledged one: an admin must resolve the pledge.',
  ),
  'pledge.captured': moneyMoved('The money of a pledge was captured.'),
  'pledge.capture_reduced': moneyMoved(
    'Less was captured than had counted: an admin accepted an amount that the provider has corrected since.',
  ),
  'pledge.refunded': moneyMoved('Money of a pledge was refunded to its donor.'),
  'pledge.refund_reversed': moneyMoved(
    'A refund did not reach the donor: the money is back at the campaign.',
  ),
  'pledge.charged_back': moneyMoved('The donor disputed the charge: the money of a pledge is gone.'),
  'pledge.chargeback_reversed': moneyMoved('A dispute was won: the money of a pledge is back.'),
  // Keyed as the money that it reserves: delivered before that came, the campaign would not have it.
  'pledge.refund_requested': defineMessage({
    summary:
      'A refund was requested; `is_covered` says that the platform covers what the campaign has not got any more.',
    version: 1,
    key: 'campaign_id',
    payload: exactly({
      pledge_id: Id,
      campaign_id: Id,
      refund_id: Id,
      amount: Amount,
      currency: Currency,
      is_covered: Type.Boolean(),
    }),
  }),
  ...releases,
  'pledge.guest_link_requested': defineMessage({
    summary: 'A guest pledged and needs the link to their pledge by e-mail.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ pledge_id: Id, campaign_id: Id, donor: Guest, amount: Amount, currency: Currency }),
  }),
};

export const timers = {
  ...thanksTimers,
  ...donorTimers,
  'pledges.expiry': defineTimer({
    summary: 'Expires a pledge that nobody has paid in time.',
    payload: exactly({}),
  }),
  'pledges.late_money': defineTimer({
    summary: 'Decides what becomes of money for an EXPIRED pledge, by whether its campaign is still open.',
    payload: exactly({}),
  }),
  ...endings,
};
