import { Type, type Static } from '@sinclair/typebox';
import { action, Amount, Currency, exactly, Id, listOf, message, oneOf, Sum, Time } from './define.ts';

export const paymentStatuses = [
  'PENDING',
  'AUTHORIZED',
  'CAPTURED',
  'SETTLED',
  'FAILED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'DISPUTED',
] as const;

export const Payment = exactly({
  id: Id,
  purpose: exactly({ kind: oneOf(['pledge']), id: Id }),
  provider: Type.String(),
  amount: Amount,
  currency: Currency,
  status: oneOf(paymentStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  charged_back_amount: Sum,
  created_at: Time,
  version: Type.Integer(),
});
export type Payment = Static<typeof Payment>;

/** A webhook as it came, and what became of it. */
export const Webhook = exactly({
  id: Id,
  provider: Type.String(),
  webhook_id: Type.String(),
  payment_id: Type.Union([Id, Type.Null()]),
  type: Type.String(),
  body: Type.String(),
  outcome: oneOf(['applied', 'already_known', 'other_currency', 'type_not_known', 'payment_not_known']),
  received_at: Time,
});
export type Webhook = Static<typeof Webhook>;

export const actions = {
  'payments.webhook': action({
    summary:
      'Takes what a payment provider reports. 200 once it is recorded; the signature is the permission.',
    permission: 'anyone',
    route: 'POST /api/payments/webhooks/:provider',
    body: 'bytes',
    params: exactly({
      provider: Type.String({ maxLength: 40 }),
      headers: Type.Record(Type.String(), Type.String()),
      body: Type.String(),
    }),
    result: exactly({ received: Type.Literal(true) }),
    errors: ['PROVIDER_UNKNOWN', 'PAYMENT_NOT_FOUND', 'WEBHOOK_SIGNATURE_INVALID', 'BODY_UNREADABLE'],
  }),
  'payments.list': action({
    summary: 'The payments of a pledge. For admins.',
    permission: 'admin',
    route: 'GET /api/payments',
    params: exactly({ pledge_id: Id }),
    result: listOf(Payment),
  }),
  'payments.webhooks': action({
    summary: 'Every webhook of a payment as it came, and what became of it. For admins.',
    permission: 'admin',
    route: 'GET /api/payments/:id/webhooks',
    params: exactly({ id: Id }),
    result: listOf(Webhook),
  }),
  'payments.checkout': action({
    summary: "Leads a donor to the provider's checkout.",
    permission: 'anyone',
    route: 'GET /pay/:pledge_id',
    redirects: true,
    params: exactly({ pledge_id: Id }),
    result: exactly({ location: Type.String() }),
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_UNKNOWN'],
  }),
};

const fact = { payment_id: Id, pledge_id: Id, amount: Amount, currency: Currency };
const ofPledge = message({ key: 'pledge_id', heard_by: ['pledges'], payload: exactly(fact) });
const ofRefund = exactly({ ...fact, refund_id: Type.String() });
const ofDispute = message({
  key: 'pledge_id',
  heard_by: ['pledges'],
  payload: exactly({ ...fact, dispute_id: Type.String() }),
});

export const messages = {
  'payment.authorized': ofPledge,
  'payment.captured': ofPledge,
  'payment.failed': ofPledge,
  'settlement.confirmed': ofPledge,
  'payment.refunded': message({ key: 'pledge_id', heard_by: ['pledges'], payload: ofRefund }),
  'payment.refund_failed': message({ key: 'pledge_id', heard_by: [], payload: ofRefund }),
  'payment.disputed': ofDispute,
  'payment.dispute_won': ofDispute,
};
