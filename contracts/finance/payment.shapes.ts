// What a payment consists of, for whom and for what it is.
import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, exactly, Id, nullable, stringEnum, Sum, Time } from '../define.ts';
import { Line } from '../text.ts';
import { Refund } from '../fundraising/pledge.shapes.ts';

export const paymentStatuses = [
  'PENDING',
  'AUTHORIZED',
  'CAPTURED',
  'SETTLED',
  'FAILED',
  'VOIDED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'DISPUTED',
] as const;

/** What can be paid for. */
export const purposeKinds = ['pledge'] as const;

/** What a payment is for: its id is that of what is paid, such as a pledge. */
export const Purpose = exactly({ kind: stringEnum(purposeKinds), id: Id });
export type Purpose = Static<typeof Purpose>;

/** Why something failed, in the provider's words. */
export const Reason = Type.String({
  pattern: '^[^\\u0000-\\u001f\\u007f]{1,200}$',
  maxLength: 200,
  description: 'from 1 to 200 characters, without control characters',
});

/** Who is paid for: kinds of ledger accounts that hold what is to be paid out, and never less than 0. */
export const beneficiaryKinds = ['campaign'] as const;

/** An account of the ledger. */
export const Beneficiary = Type.String({
  pattern: `^(${beneficiaryKinds.join('|')}):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`,
  maxLength: 100,
  description: 'an account of the ledger that can be paid out, such as campaign:<id>',
});

export const Payment = exactly({
  id: Id,
  purpose: Purpose,
  beneficiary: Beneficiary,
  provider: Type.String(),
  /** The provider's id of the payment, once there is a checkout. */
  reference: nullable(Type.String()),
  amount: Amount,
  currency: Currency,
  status: stringEnum(paymentStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  /** What its beneficiary has borne of the provider's fee. */
  fee_amount: Sum,
  refunds: Type.Array(Refund),
  created_at: Time,
  version: Type.Integer(),
});
export type Payment = Static<typeof Payment>;

export const payoutStatuses = ['BOOKED', 'PAID', 'FAILED', 'REVERSED'] as const;

/** Why something was done, as a person wrote it. */
export const WrittenReason = Line(500);

export const Payout = exactly({
  id: Id,
  beneficiary: Beneficiary,
  amount: Amount,
  currency: Currency,
  status: stringEnum(payoutStatuses),
  /** What of it had not settled when it was booked: the platform advances that. */
  pending_amount: Sum,
  /** Why it failed or was reversed. */
  reason: nullable(Type.String()),
  created_at: Time,
  /** When it was paid, failed or was reversed. */
  ended_at: nullable(Time),
  version: Type.Integer(),
});
export type Payout = Static<typeof Payout>;

/** A part of a beneficiary's debt that the platform bears, by an admin's decision. */
export const WriteOff = exactly({
  id: Id,
  beneficiary: Beneficiary,
  amount: Amount,
  currency: Currency,
  reason: WrittenReason,
  /** The admin; null for the operator. */
  user_id: nullable(Id),
  status: stringEnum(['WRITTEN_OFF']),
  created_at: Time,
  version: Type.Integer(),
});
export type WriteOff = Static<typeof WriteOff>;

/** What a beneficiary has, in minor units of its currency. */
export const BeneficiaryBalance = exactly({
  beneficiary: Beneficiary,
  currency: Currency,
  balance: Type.Integer({
    description: 'pending + available + reserved; below 0, it owes the platform: what comes pays that first',
  }),
  pending: Sum,
  available: Sum,
  reserved: Sum,
  debt: Sum,
  fees: Sum,
  paid_out: Sum,
  written_off: Sum,
});
export type BeneficiaryBalance = Static<typeof BeneficiaryBalance>;

export const Outcome = stringEnum([
  'applied',
  'already_known',
  'other_currency',
  'type_not_known',
  'payment_not_known',
]);

/** A webhook as it was received, and its outcome. */
export const Webhook = exactly({
  id: Id,
  provider: Type.String(),
  webhook_id: Type.String(),
  payment_id: Type.Union([Id, Type.Null()]),
  type: Type.String(),
  body: Type.String(),
  outcome: Outcome,
  received_at: Time,
});
export type Webhook = Static<typeof Webhook>;
