import { Type } from '@sinclair/typebox';
import {
  action,
  Amount,
  Currency,
  exactly,
  Id,
  paginated,
  message,
  stringEnum,
  nullable,
  pagination,
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
  Transition,
} from './pledge.shapes.ts';

const link = Type.Optional(
  Type.String({
    maxLength: 200,
    description: "the token of a guest's link, from the e-mail about the pledge",
  }),
);
const mine = exactly({ id: Id, token: link });

export const actions = {
  'pledges.create': action({
    summary:
      'Promises an amount to a campaign, to be paid at payment_url. Who is not signed in gives `donor`.',
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
  'pledges.get': action({
    summary:
      "A pledge and its history. For its donor (a guest by the e-mailed link), the campaign's owner and admins.",
    permission: 'anyone',
    route: 'GET /api/pledges/:id',
    secret: true,
    params: mine,
    result: exactly({ ...Seen.properties, transitions: Type.Array(Transition) }),
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.list': action({
    summary: "One's own pledges, newest first; a campaign's for its owner; an admin's list has everyone's.",
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
  'pledges.update': action({
    summary: "Edits what isn't money. For its donor.",
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
  'pledges.cancel': action({
    summary: 'Takes a pledge back before its money was captured. For its donor and admins.',
    permission: 'anyone',
    route: 'POST /api/pledges/:id/cancel',
    secret: true,
    idempotency: 'accepted',
    params: mine,
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'PLEDGE_ALREADY_CAPTURED', 'TRANSITION_NOT_ALLOWED'],
  }),
  'pledges.refund': action({
    summary:
      "Gives back what was captured, or `amount` of it; again and again up to all of it. For the campaign's owner and admins.",
    permission: 'donor',
    route: 'POST /api/pledges/:id/refunds',
    idempotency: 'required',
    status: 202,
    params: exactly({ id: Id, amount: Type.Optional(Amount) }),
    result: Refund,
    errors: ['PLEDGE_NOT_FOUND', 'NOTHING_TO_REFUND', 'REFUND_EXCEEDS_CAPTURED'],
  }),
  'pledges.resolve': action({
    summary:
      'Settles a CONFLICTED pledge: accepts the amount that was captured, or gives it back. For admins.',
    permission: 'admin',
    route: 'POST /api/pledges/:id/resolve',
    idempotency: 'accepted',
    params: exactly({ id: Id, accept: Type.Boolean() }),
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  }),
  'pledges.read_figures': action({
    summary: 'What each pledge has brought its campaign, in the order of their ids, those after `after`.',
    permission: 'internal',
    params: exactly({ after: Type.Optional(Id), limit: Type.Integer({ minimum: 1, maximum: 5000 }) }),
    result: exactly({ read_at: Time, data: Type.Array(PledgeFigures) }),
  }),
  'pledges.read_facts': action({
    summary:
      "A fingerprint of what is known of each pledge's payment: of these, or in the order of their ids those after `after`.",
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
  'pledges.read_sums': action({
    summary:
      'What the pledges of each campaign have brought it, in the order of their ids, those after `after`.',
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
});
const ofPledge = message({ key: 'pledge_id', payload: announcement });
/** Money that moved: `amount` is how much this time. Keyed by campaign, whose figures it changes. */
const ofMoney = message({
  key: 'campaign_id',
  payload: announcement,
});

export const messages = {
  'pledge.created': ofPledge,
  'pledge.authorized': ofPledge,
  'pledge.completed': ofPledge,
  'pledge.failed': ofPledge,
  'pledge.expired': ofPledge,
  'pledge.reinstated': ofPledge,
  'pledge.cancelled': ofPledge,
  'pledge.conflicted': ofPledge,
  'pledge.captured': ofMoney,
  'pledge.refunded': ofMoney,
  /** A refund that had been told did not reach the donor: the money is back. */
  'pledge.refund_reversed': ofMoney,
  'pledge.charged_back': ofMoney,
  'pledge.chargeback_reversed': ofMoney,
  /**
   * A refund was asked for; `of_campaign`: from money that counts for the campaign, which is then reserved. Keyed as that
   * money is: heard before it came, the campaign would not have it.
   */
  'pledge.refund_requested': message({
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
  /** A guest must be sent the link to his pledge. */
  'pledge.guest_link_requested': message({
    key: 'pledge_id',
    payload: exactly({ pledge_id: Id, donor: Guest, amount: Amount, currency: Currency }),
  }),
};
