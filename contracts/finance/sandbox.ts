import { Type, type Static } from '@sinclair/typebox';
import {
  action,
  Amount,
  Currency,
  exactly,
  Id,
  message,
  stringEnum,
  HtmlPage,
  Sum,
  Time,
} from '../define.ts';

/** The provider's own name of a thing. */
export const Reference = Type.String({
  pattern: '^[\\x20-\\x7e]{1,255}$',
  description: 'from 1 to 255 printable ASCII characters',
});

/** What the provider may be told to report. */
export const webhookTypes = [
  'payment.authorized',
  'payment.captured',
  'settlement.confirmed',
  'payment.failed',
  'payment.refunded',
  'payment.refund_failed',
  'payment.disputed',
  'payment.dispute_won',
] as const;

/** What the provider reports: Standard Webhooks' body. `payment_id` is the platform's own. */
export const SandboxWebhook = exactly({
  type: Reference,
  timestamp: Time,
  data: exactly({
    payment_id: Id,
    amount: Amount,
    currency: Currency,
    refund_id: Type.Optional(Reference),
    dispute_id: Type.Optional(Reference),
  }),
});
export type SandboxWebhook = Static<typeof SandboxWebhook>;

/** A webhook that is on its way: the same id, the same webhook. */
export const SandboxSending = exactly({ webhook_id: Id, webhook: SandboxWebhook });
export type SandboxSending = Static<typeof SandboxSending>;

const whole = (minimum: number, maximum: number) =>
  Type.Integer({ minimum, maximum, description: `a whole number from ${minimum} to ${maximum}` });

const duplicate = whole(1, 10);
const delay_ms = whole(0, 60_000);
const reorder = Type.Boolean({ description: 'true or false' });

/** How the provider treats a payment: each webhook `duplicate` times, `delay_ms` late, out of order. */
export const Behaviour = exactly({
  duplicate,
  delay_ms,
  reorder,
  /** What becomes of the refunds that it is asked for; `wait`: what a script says. */
  refunds: stringEnum(['succeed', 'fail', 'wait']),
});
export type Behaviour = Static<typeof Behaviour>;

const sandboxStatuses = [
  'OPEN',
  'ABANDONED',
  'AUTHORIZED',
  'DECLINED',
  'VOIDED',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'DISPUTED',
] as const;

export const SandboxPayment = exactly({
  id: Id,
  /** What the donor is shown that he pays for. */
  description: Type.String(),
  amount: Amount,
  currency: Currency,
  status: stringEnum(sandboxStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  /** Disputed and not won back. */
  disputed_amount: Sum,
  behaviour: Behaviour,
  /** All that has become of it, once each. */
  reports: Type.Array(SandboxWebhook),
  /** What was sent last. */
  sent: Type.Array(SandboxSending),
  created_at: Time,
  version: Type.Integer(),
});
export type SandboxPayment = Static<typeof SandboxPayment>;

const one = exactly({ id: Id });
const reports = exactly({ reports: Type.Array(SandboxWebhook) });
const how = { duplicate: Type.Optional(duplicate), delay_ms: Type.Optional(delay_ms) };
const amount = Type.Optional(Amount);
const fact = Type.Optional(Reference);

const script = <P extends { id: typeof Id }>(verb: string, summary: string, params: P) =>
  action({
    summary,
    permission: 'anyone',
    route: `POST /sandbox/payments/:id/${verb}`,
    params: exactly({ ...params, ...how }),
    result: exactly({ webhook_id: Id, sent: SandboxWebhook }),
    errors: ['PAYMENT_NOT_FOUND'],
  });

const button = (verb: string, summary: string) =>
  action({
    summary,
    permission: 'anyone',
    route: `POST /sandbox/payments/:id/${verb}`,
    consumes: 'application/x-www-form-urlencoded',
    status: 303,
    location: ':location',
    params: exactly({
      id: Id,
      duplicate: Type.Optional(duplicate),
      delay_s: Type.Optional(whole(0, 60)),
      reorder: Type.Optional(reorder),
    }),
    result: exactly({ location: Type.String() }),
    errors: ['PAYMENT_NOT_FOUND'],
  });

export const actions = {
  'sandbox.open': action({
    summary: 'Opens a checkout for a payment; the same id again changes nothing.',
    permission: 'internal',
    params: exactly({ id: Id, amount: Amount, currency: Currency, description: Type.String() }),
    result: exactly({ checkout_url: Type.String() }),
  }),
  'sandbox.request': action({
    summary:
      'Asks the provider to do something, once however often, and answers with all that it knows then.',
    permission: 'internal',
    params: exactly({
      id: Id,
      verb: stringEnum(['capture', 'void', 'refund']),
      /** Of a refund: the platform's own name of it, and how much. */
      refund_id: fact,
      amount,
    }),
    result: reports,
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_REFUSED'],
  }),
  'sandbox.query': action({
    summary: 'All that has become of a payment, as it is reported; nothing of one that was never opened.',
    permission: 'internal',
    params: one,
    result: reports,
  }),
  'sandbox.page': action({
    summary: 'The checkout page of a payment.',
    permission: 'anyone',
    route: 'GET /sandbox/payments/:id',
    produces: 'text/html',
    params: one,
    result: HtmlPage,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.pay': button('pay', 'The donor pays.'),
  'sandbox.decline': button('decline', 'The payment is declined; the donor may try again.'),
  'sandbox.abandon': button('abandon', 'The donor leaves without paying, and may come back.'),
  'sandbox.get': action({
    summary: 'A payment as the sandbox provider knows it.',
    permission: 'anyone',
    route: 'GET /sandbox/payments/:id/state',
    params: one,
    result: SandboxPayment,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.behave': action({
    summary: 'Says how the provider treats this payment from now on; what is left out stays as it is.',
    permission: 'anyone',
    route: 'POST /sandbox/payments/:id/behave',
    params: exactly({ id: Id, ...Type.Partial(Behaviour).properties }),
    result: SandboxPayment,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.authorize': script('authorize', 'The donor has agreed: a hold.', { id: Id }),
  'sandbox.capture': script('capture', 'The money is taken.', { id: Id, amount }),
  'sandbox.settle': script('settle', 'The money has arrived.', { id: Id, amount }),
  'sandbox.fail': script('fail', 'The payment was declined.', { id: Id }),
  'sandbox.refund': script('refund', 'Money is given back.', { id: Id, amount, refund_id: fact }),
  'sandbox.fail_refund': script('fail_refund', 'A refund, the last if not told which, did not arrive.', {
    ...{ id: Id, amount, refund_id: fact },
  }),
  'sandbox.dispute': script('dispute', 'The donor disputes the charge.', {
    id: Id,
    amount,
    dispute_id: fact,
  }),
  'sandbox.win': script('win', 'A dispute, the last if not told which, was won.', {
    ...{ id: Id, amount, dispute_id: fact },
  }),
};

export const messages = {
  'sandbox.webhook_queued': message({
    summary: 'The sandbox sends these webhooks now, in this order.',
    version: 1,
    key: 'payment_id',
    payload: exactly({ payment_id: Id, sendings: Type.Array(SandboxSending) }),
  }),
};
