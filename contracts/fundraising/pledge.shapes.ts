// What a pledge consists of, for all contracts that mention pledges.
import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, Email, exactly, Id, stringEnum, nullable, Sum, Time } from '../define.ts';
import { Name } from '../identity/users.ts';

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

/** A refund that was requested on the platform. */
export const Refund = exactly({
  refund_id: Id,
  amount: Amount,
  status: stringEnum(['PENDING', 'SUCCEEDED', 'FAILED']),
});
export type Refund = Static<typeof Refund>;

export const MessageToCampaign = Type.String({ maxLength: 1000, description: 'at most 1,000 characters' });

export const Pledge = exactly({
  id: Id,
  campaign_id: Id,
  donor_id: Id,
  donor: nullable(Guest),
  amount: Amount,
  currency: Currency,
  message: nullable(Type.String()),
  anonymous: Type.Boolean(),
  status: stringEnum(pledgeStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  refunds: Type.Array(Refund),
  resolution: nullable(stringEnum(['accepted', 'refused'])),
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
