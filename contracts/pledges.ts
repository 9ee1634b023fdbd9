import { Type, type Static } from '@sinclair/typebox';
import { action, Amount, Currency, exactly, Id, listOf, message, oneOf, page, Sum, Time } from './define.ts';

export const pledgeStatuses = [
  'PENDING',
  'AUTHORIZED',
  'CAPTURED',
  'COMPLETED',
  'FAILED',
  'EXPIRED',
  'CANCELLED',
  'CONFLICTED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'CHARGED_BACK',
  'CHARGEBACK_REVERSED',
] as const;

export const Pledge = exactly({
  id: Id,
  campaign_id: Id,
  donor_id: Id,
  amount: Amount,
  currency: Currency,
  message: Type.Union([Type.String(), Type.Null()]),
  anonymous: Type.Boolean(),
  status: oneOf(pledgeStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  created_at: Time,
  expires_at: Time,
  version: Type.Integer(),
});
export type Pledge = Static<typeof Pledge>;

/** One step of a lifecycle: `message_id` is that of the message or command that caused it, where it had one. */
export const Transition = exactly({
  from: Type.Union([oneOf(pledgeStatuses), Type.Null()]),
  to: oneOf(pledgeStatuses),
  cause: Type.String(),
  message_id: Type.Union([Id, Type.Null()]),
  at: Time,
});

const one = exactly({ id: Id });

export const actions = {
  'pledges.create': action({
    summary: 'Promises an amount to a campaign, to be paid at payment_url.',
    permission: 'donor',
    route: 'POST /api/pledges',
    creates: 'pledge_id',
    idempotency: 'required',
    params: exactly({
      campaign_id: Id,
      amount: Amount,
      currency: Currency,
      message: Type.Optional(Type.String({ maxLength: 1000, description: 'at most 1,000 characters' })),
      anonymous: Type.Optional(Type.Boolean()),
    }),
    result: exactly({
      pledge_id: Id,
      status: oneOf(pledgeStatuses),
      payment_url: Type.String(),
      expires_at: Time,
    }),
    errors: ['CAMPAIGN_NOT_FOUND', 'CAMPAIGN_NOT_OPEN', 'CURRENCY_MISMATCH'],
  }),
  'pledges.get': action({
    summary: "A pledge and its history. For its donor, the campaign's owner and admins.",
    permission: 'donor',
    route: 'GET /api/pledges/:id',
    params: one,
    result: exactly({
      ...Pledge.properties,
      donor_id: Type.Union([Id, Type.Null()], {
        description: "null to the campaign's owner where it is anonymous",
      }),
      transitions: Type.Array(Transition),
    }),
    errors: ['PLEDGE_NOT_FOUND'],
  }),
  'pledges.list': action({
    summary: "One's own pledges, newest first; an admin's list has everyone's.",
    permission: 'donor',
    route: 'GET /api/pledges',
    params: exactly(page),
    result: listOf(Pledge),
  }),
  'pledges.cancel': action({
    summary: 'Takes a pledge back before its money was captured. For its donor and admins.',
    permission: 'donor',
    route: 'POST /api/pledges/:id/cancel',
    idempotency: 'accepted',
    params: one,
    result: Pledge,
    errors: ['PLEDGE_NOT_FOUND', 'PLEDGE_ALREADY_CAPTURED', 'TRANSITION_NOT_ALLOWED'],
  }),
};

const announcement = { pledge_id: Id, campaign_id: Id, donor_id: Id, amount: Amount, currency: Currency };
const ofPledge = (heard_by: string[] = []) =>
  message({ key: 'pledge_id', heard_by, payload: exactly(announcement) });
/** Money that moved: `amount` is how much this time. Keyed by campaign, whose figures it changes. */
const ofMoney = message({ key: 'campaign_id', heard_by: ['totals'], payload: exactly(announcement) });

export const messages = {
  'pledge.created': ofPledge(['payments', 'totals']),
  'pledge.authorized': ofPledge(),
  'pledge.completed': ofPledge(),
  'pledge.failed': ofPledge(),
  'pledge.cancelled': ofPledge(),
  'pledge.conflicted': ofPledge(),
  'pledge.captured': ofMoney,
  'pledge.refunded': ofMoney,
  'pledge.charged_back': ofMoney,
  'pledge.chargeback_reversed': ofMoney,
};
