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
  paginated,
  pagination,
  stringEnum,
  Sum,
  Time,
} from '../define.ts';
import {
  Figures,
  Guest,
  MessageToCampaign,
  Pledge,
  PledgeFigures,
  pledgeStatuses,
  Refund,
  Seen,
  PledgeTransition,
} from './pledge.shapes.ts';

const link = Type.Optional(
  Type.String({
    maxLength: 200,
    description: "the token of a guest's link, as in the e-mail about the pledge",
  }),
);
const mine = exactly({ id: Id, token: link });

export const actions = {
  'pledges.create': defineAction({
    summary: 'Pledges an amount to a campaign; the donor pays at `payment_url`. Guests must send `donor`.',
    permission: 'anyone',
    route: 'POST /api/pledges',
    status: 201,
    location: '/api/pledges/:pledge_id',
    idempotency: 'required',
    params: exactly({
      campaign_id: Id,
      amount: Amount,
      currency: Currency,
      donor: Type.Optional(Guest),
      message: Type.Optional(MessageToCampaign),
      anonymous: Type.Optional(Type.Boolean()),
    }),
    result: exactly({
      pledge_id: Id,
      status: stringEnum(pledgeStatuses),
      payment_url: Type.String(),
      expires_at: Time,
    }),
    errors: ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_NOT_OPEN', 'CURRENCY_MISMATCH', 'SIGN_IN_REQUIRED'],
  }),
  'pledges.get': defineAction({
    summary:
      "Returns a pledge and its history. For its donor (guests use the link from their e-mail), the campaign's owner and admins.",
    permission: 'anyone',
    route: 'GET /api/pledges/:id',
    secret: true,
    params: mine,
    result: exactly({ ...Seen.properties, transitions: Type.Array(PledgeTransition) }),
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.list': defineAction({
    summary:
      "Lists pledges, newest first: the user's own, those of a campaign for its owner, everyone's for admins.",
    permission: 'donor',
    route: 'GET /api/pledges',
    params: exactly({
      ...pagination,
      campaign_id: Type.Optional(Id),
      status: Type.Optional(stringEnum(pledgeStatuses)),
    }),
    result: paginated(Seen),
    errors: ['CAMPAIGN_NOT_FOUND'],
  }),
  'pledges.update': defineAction({
    summary: 'Updates the message and the anonymity of a pledge. For its donor.',
    permission: 'anyone',
    route: 'PUT /api/pledges/:id',
    secret: true,
    idempotency: 'accepted',
    params: exactly({
      id: Id,
      token: link,
      message: Type.Optional(nullable(MessageToCampaign)),
      anonymous: Type.Optional(Type.Boolean()),
    }),
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.cancel': defineAction({
    summary: 'Cancels a pledge whose money is not captured yet. For its donor and admins.',
    permission: 'anyone',
    route: 'POST /api/pledges/:id/cancel',
    secret: true,
    idempotency: 'accepted',
    params: mine,
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'PLEDGE_ALREADY_CAPTURED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'pledges.refund': defineAction({
    summary:
      "Refunds a captured pledge, or `amount` of it; can be repeated until everything is refunded. For the campaign's owner and admins.",
    permission: 'donor',
    route: 'POST /api/pledges/:id/refunds',
    idempotency: 'required',
    status: 202,
    params: exactly({ id: Id, amount: Type.Optional(Amount) }),
    result: Refund,
    errors: ['PLEDGE_NOT_FOUND', 'NOTHING_TO_REFUND', 'REFUND_EXCEEDS_CAPTURED'],
  }),
  'pledges.resolve': defineAction({
    summary: 'Resolves a CONFLICTED pledge: accepts the captured amount, or refunds it. For admins.',
    permission: 'admin',
    route: 'POST /api/pledges/:id/resolve',
    idempotency: 'accepted',
    params: exactly({ id: Id, accept: Type.Boolean() }),
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  }),
  'pledges.read_guest_link': defineAction({
    summary:
      "Returns the link that a guest's pledge is opened with. It is a permission: it goes to the guest only.",
    permission: 'internal',
    params: exactly({ pledge_id: Id }),
    result: exactly({ url: Type.String() }),
  }),
  'pledges.read_figures': defineAction({
    summary: 'Returns what each pledge after `after`, in the order of their ids, has brought its campaign.',
    permission: 'internal',
    params: exactly({ after: Type.Optional(Id), limit: Type.Integer({ minimum: 1, maximum: 5000 }) }),
    result: exactly({ read_at: Time, data: Type.Array(PledgeFigures) }),
  }),
  'pledges.read_facts': defineAction({
    summary:
      'Returns a fingerprint of what each pledge knows of its payment: of these `ids`, or of all after `after` in the order of their ids.',
    permission: 'internal',
    params: exactly({
      ids: Type.Optional(Type.Array(Id, { maxItems: 5000 })),
      after: Type.Optional(Id),
      limit: Type.Integer({ minimum: 1, maximum: 5000 }),
    }),
    result: exactly({
      data: Type.Array(exactly({ pledge_id: Id, amount: Amount, currency: Currency, facts: Type.String() })),
    }),
  }),
  'pledges.read_sums': defineAction({
    summary:
      'Returns what the pledges of each campaign after `after`, in the order of their ids, have brought it.',
    permission: 'internal',
    params: exactly({ after: Type.Optional(Id), limit: Type.Integer({ minimum: 1, maximum: 1000 }) }),
    result: exactly({
      data: Type.Array(
        exactly({
          campaign_id: Id,
          total: Type.Integer(),
          refunded: Sum,
          pledges: Type.Integer(),
          donors: Type.Integer(),
        }),
      ),
    }),
  }),
};

const announcement = exactly({
  pledge_id: Id,
  campaign_id: Id,
  donor_id: Id,
  amount: Amount,
  currency: Currency,
  figures: Figures,
  /** The recurring gift that it belongs to. */
  subscription_id: Type.Optional(Id),
});
const moved = (summary: string) =>
  defineMessage({ summary, version: 1, key: 'pledge_id', payload: announcement });
/** What its payment does with a saved card: saves it, or charges it. */
const mandate = Type.Optional(exactly({ mandate_id: Id, use: stringEnum(['set_up', 'charge']) }));
/** `amount` is how much moved this time. Keyed by campaign, whose figures it changes. */
const moneyMoved = (summary: string) =>
  defineMessage({ summary, version: 1, key: 'campaign_id', payload: announcement });

export const messages = {
  'pledge.created': defineMessage({
    summary: 'A donor pledged an amount to a campaign.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ ...announcement.properties, mandate }),
  }),
  'pledge.authorized': moved('The donor agreed to pay: the provider holds the money.'),
  'pledge.completed': moved('The money of a pledge arrived at the platform.'),
  'pledge.failed': defineMessage({
    summary: 'The payment of a pledge failed.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ ...announcement.properties, reason: Type.Optional(Type.String()) }),
  }),
  'pledge.expired': moved('A pledge expired before it was paid.'),
  'pledge.reinstated': moved('A pledge that had ended is open again, because its payment came through late.'),
  'pledge.cancelled': moved('A pledge was cancelled before its money was captured.'),
  'pledge.conflicted': moved(
    'The captured amount differs from the pledged one: an admin must resolve the pledge.',
  ),
  'pledge.captured': moneyMoved('The money of a pledge was captured.'),
  'pledge.refunded': moneyMoved('Money of a pledge was refunded to its donor.'),
  'pledge.refund_reversed': moneyMoved(
    'A refund did not reach the donor: the money is back at the campaign.',
  ),
  'pledge.charged_back': moneyMoved('The donor disputed the charge: the money of a pledge is gone.'),
  'pledge.chargeback_reversed': moneyMoved('A dispute was won: the money of a pledge is back.'),
  // Keyed as the money that it reserves: delivered before that came, the campaign would not have it.
  'pledge.refund_requested': defineMessage({
    summary:
      'A refund was requested; `of_campaign` says that the money counts for the campaign and is reserved there.',
    version: 1,
    key: 'campaign_id',
    payload: exactly({
      pledge_id: Id,
      campaign_id: Id,
      refund_id: Id,
      amount: Amount,
      currency: Currency,
      of_campaign: Type.Boolean(),
    }),
  }),
  'pledge.guest_link_requested': defineMessage({
    summary: 'A guest pledged and needs the link to their pledge by e-mail.',
    version: 1,
    key: 'pledge_id',
    payload: exactly({ pledge_id: Id, donor: Guest, amount: Amount, currency: Currency }),
  }),
};

export const timers = {
  'pledges.expiry': defineTimer({
    summary: 'Expires a pledge that nobody has paid in time.',
    payload: exactly({}),
  }),
  'pledges.late_money': defineTimer({
    summary: 'Decides what becomes of money for an EXPIRED pledge, by whether its campaign is still open.',
    payload: exactly({}),
  }),
  'pledges.withdrawal': defineTimer({
    summary: 'Cancels or refunds the pledges of a campaign that was called off, a page at a time.',
    payload: exactly({ after: Type.Optional(Id), is_again: Type.Optional(Type.Boolean()) }),
  }),
};
