// What a receipt consists of, for clients and for those who write about it.
import { Type, type Static } from '@sinclair/typebox';
import { Amount, Currency, exactly, Id, nullable, stringEnum, Sum, Time } from '../define.ts';

/** A CANCELLATION takes back one RECEIPT, which stays as it is. */
export const receiptKinds = ['RECEIPT', 'CANCELLATION'] as const;

export const ReceiptNumber = Type.String({
  description: 'the year of issue (UTC) and a number without gaps by organisation and year: 2026-000017',
});

export const Receipt = exactly({
  id: Id,
  number: ReceiptNumber,
  kind: stringEnum(receiptKinds),
  cancels: Type.Union([Id, Type.Null()], { description: 'the receipt that a CANCELLATION takes back' }),
  cancels_number: nullable(ReceiptNumber),
  cancelled_by: Type.Union([Id, Type.Null()], {
    description: 'the CANCELLATION that took this receipt back',
  }),
  cancelled_by_number: nullable(ReceiptNumber),
  issued_at: Time,
  organisation_id: Type.String({ format: 'uuid', description: "the campaign's owner" }),
  organisation_name: Type.String(),
  campaign_id: Id,
  campaign_title: Type.String(),
  pledge_id: Id,
  donor: Type.Union([exactly({ name: Type.String(), address: nullable(Type.String()) }), Type.Null()], {
    description: 'as of issue; null for the organisation where the donor is to stay unknown',
  }),
  amount: Amount,
  currency: Currency,
  received_at: Type.String({ format: 'date-time', description: 'when the money was captured' }),
  url: Type.Union([Type.String(), Type.Null()], {
    description: 'its page for people, by a link that whoever has it may use; null where `donor` is',
  }),
});
export type Receipt = Static<typeof Receipt>;

const { id, number, kind, cancels_number, issued_at, received_at, campaign_title, amount } =
  Receipt.properties;
/** A receipt as a statement lists it. */
const StatementEntry = exactly({
  id,
  number,
  kind,
  cancels_number,
  issued_at,
  received_at,
  campaign_title,
  amount,
});

/** What one organisation has confirmed in one currency. */
const StatementGroup = exactly({
  organisation_id: Id,
  organisation_name: Type.String(),
  currency: Currency,
  receipts: Type.Array(StatementEntry),
  received_amount: Sum,
  cancelled_amount: Sum,
  total: Type.Integer({
    description: 'received - cancelled; below 0 where receipts of an earlier year were cancelled',
  }),
});

export const Statement = exactly({
  year: Type.Integer(),
  donor: exactly({ name: Type.String(), address: nullable(Type.String()) }),
  created_at: Time,
  groups: Type.Array(StatementGroup),
  sums: Type.Array(exactly({ currency: Currency, total: Type.Integer() })),
});
export type Statement = Static<typeof Statement>;
