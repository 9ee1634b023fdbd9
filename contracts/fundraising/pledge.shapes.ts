// What a pledge consists of, for all contracts that mention pledges.
import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, Day, Email, exactly, Id, stringEnum, nullable, Sum, Time } from '../define.ts';
import { Name } from '../identity/users.ts';
import { Text } from '../text.ts';

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

/** A donor without an account. */
export const Guest = exactly({ name: Name, email: Email });

/** A donor by name: whoever gave offline may have no address. */
const Donor = exactly({ name: Name, email: nullable(Email) });

export const offlineMethods = ['cash', 'cheque', 'transfer'] as const;

/** Money that the owner of a campaign received in person: the platform has only their word for it. */
const Offline = exactly({
  method: stringEnum(offlineMethods),
  received_on: Day,
  reference: nullable(Type.String()),
  recorded_by: Id,
  return_due: Type.Boolean({
    description: 'its campaign was called off: the owner must return it by hand, and then void it',
  }),
  void_reason: nullable(Type.String()),
});

/** A refund that was requested on the platform. */
export const Refund = exactly({
  refund_id: Id,
  amount: Amount,
  status: stringEnum(['PENDING', 'SUCCEEDED', 'FAILED']),
});
export type Refund = Static<typeof Refund>;

export const MessageToCampaign = Text(1000);

export const Pledge = exactly({
  id: Id,
  campaign_id: Id,
  donor_id: Id,
  donor: nullable(Donor),
  amount: Amount,
  fee_cover: Type.Integer({
    minimum: 0,
    description: 'the part of the amount that the donor added for the fee of the payment provider',
  }),
  currency: Currency,
  message: nullable(Type.String()),
  message_hidden: Type.Boolean({ description: 'only its donor, the owner and admins see the message' }),
  anonymous: Type.Boolean(),
  status: stringEnum(pledgeStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  refunds: Type.Array(Refund),
  resolution: nullable(stringEnum(['accepted', 'refused'])),
  offline: nullable(Offline),
  /** Of a recurring gift, and of which of its periods. */
  subscription_id: nullable(Id),
  period: nullable(Type.Integer({ minimum: 0 })),
  created_at: Time,
  expires_at: Time,
  version: Type.Integer(),
});
export type Pledge = Static<typeof Pledge>;

/** As people other than its donor see it: without the donor, if they pledged anonymously. */
export const Seen = exactly({
  ...Pledge.properties,
  donor_id: nullable(Id),
  payment_url: Type.Union([Type.String(), Type.Null()], {
    description: 'where it is paid; null once nothing is to be paid',
  }),
});

/** One step of a lifecycle. `trigger` is the action, message or timer that led to it, `message_id` its id if it had one. */
export const PledgeTransition = exactly({
  from: nullable(stringEnum(pledgeStatuses)),
  to: stringEnum(pledgeStatuses),
  trigger: Type.String(),
  message_id: nullable(Id),
  at: Time,
});

/** What a pledge has brought its campaign so far: the figures of the highest version hold. */
export const Figures = exactly({
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  version: Type.Integer(),
});

export const PledgeFigures = exactly({
  pledge_id: Id,
  campaign_id: Id,
  donor_id: Id,
  currency: Currency,
  figures: Figures,
});

/** What is told of a pledge whenever it moves. `amount` is how much moved this time; `figures` are as they are since. */
export const PledgeAnnouncement = exactly({
  pledge_id: Id,
  campaign_id: Id,
  donor_id: Id,
  amount: Amount,
  currency: Currency,
  figures: Figures,
  /** It was given offline: it has no payment. */
  offline: Type.Optional(Type.Literal(true)),
  /** The recurring gift that it belongs to. */
  subscription_id: Type.Optional(Id),
  /** Of pledge.refunded, where one refund that the provider reported led to it. */
  refund_id: Type.Optional(Type.String()),
});
