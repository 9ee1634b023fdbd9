// What a pledge consists of, for the contracts of those who speak of pledges.
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

/** Who gives without an account. */
export const Guest = exactly({ name: Name, email: Email });

/** A refund that was asked for here. */
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
  created_at: Time,
  expires_at: Time,
  version: Type.Integer(),
});
export type Pledge = Static<typeof Pledge>;

/** What others than its donor see: nobody, where it was given anonymously. */
export const Seen = exactly({
  ...Pledge.properties,
  donor_id: nullable(Id),
});

/** One step of a lifecycle: `message_id` is that of the message or command that caused it, where it had one. */
export const Transition = exactly({
  from: nullable(stringEnum(pledgeStatuses)),
  to: stringEnum(pledgeStatuses),
  trigger: Type.String(),
  message_id: nullable(Id),
  at: Time,
});

/** What a pledge has brought its campaign so far, in absolute figures: those of the highest version hold. */
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
