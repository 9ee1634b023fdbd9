import { Type, type Static } from '@sinclair/typebox';
import {
  defineAction,
  Amount,
  Currency,
  exactly,
  HtmlPage,
  Id,
  defineMessage,
  stringEnum,
  Sum,
  Time,
  defineTimer,
} from '../define.ts';

import { Reason } from './payment.shapes.ts';
import { sandboxMandateActions } from './sandbox-mandates.ts';

/** An id that the provider gave. */
export const Reference = Type.String({
  pattern: '^[\\x20-\\x7e]{1,255}$',
  maxLength: 255,
  description: 'from 1 to 255 printable ASCII characters',
});

/** What the sandbox can be told to report. */
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

/** A webhook's body (Standard Webhooks). `payment_id` is the platform's own. */
export const SandboxWebhook = exactly({
  type: Reference,
  timestamp: Time,
  data: exactly({
    payment_id: Id,
    amount: Amount,
    currency: Currency,
    refund_id: Type.Optional(Reference),
    dispute_id: Type.Optional(Reference),
    reason: Type.Optional(Reason),
  }),
});
export type SandboxWebhook = Static<typeof SandboxWebhook>;

/** A webhook to be sent: one with the same id is the same webhook. */
export const SandboxSending = exactly({ webhook_id: Id, webhook: SandboxWebhook });
export type SandboxSending = Static<typeof SandboxSending>;

const whole = (minimum: number, maximum: number) =>
  Type.Integer({ minimum, maximum, description: `a whole number from ${minimum} to ${maximum}` });

const duplicate = whole(1, 10);
const delay_ms = whole(0, 60_000);
const reorder = Type.Boolean({ description: 'true or false' });

/** How the sandbox treats a payment: it sends each webhook `duplicate` times, `delay_ms` late, out of order. */
export const Behaviour = exactly({
  duplicate,
  delay_ms,
  reorder,
  /** The outcome of requested refunds; with `wait` a script decides. */
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
  /** What the donor pays for, as the page says. */
  description: Type.String(),
  amount: Amount,
  currency: Currency,
  status: stringEnum(sandboxStatuses),
  captured_amount: Sum,
  refunded_amount: Sum,
  /** Disputed and not won. */
  disputed_amount: Sum,
  behaviour: Behaviour,
  /** Everything that has happened to it, once each. */
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
const reason = Type.Optional(Reason);

const script = <P extends { id: typeof Id }>(verb: string, summary: string, params: P) =>
  defineAction({
    summary,
    permission: 'anyone',
    route: `POST /sandbox/payments/:id/${verb}`,
    params: exactly({ ...params, ...how }),
    result: exactly({ webhook_id: Id, sent: SandboxWebhook }),
    errors: ['PAYMENT_NOT_FOUND'],
  });

const button = (verb: string, summary: string) =>
  defineAction({
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
  ...sandboxMandateActions,
  'sandbox.open': defineAction({
    summary: 'Opens a checkout for a payment. Repeating it with the same id changes nothing.',
    permission: 'internal',
    params: exactly({
      id: Id,
      amount: Amount,
      currency: Currency,
      description: Type.String(),
      /** Where paying saves the card: the platform's own id of it. */
      mandate_id: Type.Optional(Id),
    }),
    result: exactly({ checkout_url: Type.String() }),
  }),
  'sandbox.request': defineAction({
    summary:
      'Asks the sandbox to capture, void or refund, and returns all reports so far. A repeated request takes effect once.',
    permission: 'internal',
    params: exactly({
      id: Id,
      verb: stringEnum(['capture', 'void', 'refund']),
      /** Of a refund: the platform's own id of it, and the amount. */
      refund_id: fact,
      amount,
    }),
    result: reports,
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_REFUSED'],
  }),
  'sandbox.query': defineAction({
    summary: 'Returns all reports about a payment; none if its checkout was never opened.',
    permission: 'internal',
    params: one,
    result: reports,
  }),
  'sandbox.page': defineAction({
    summary: 'Shows the checkout page of a payment.',
    permission: 'anyone',
    route: 'GET /sandbox/payments/:id',
    produces: 'text/html',
    params: one,
    result: HtmlPage,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.pay': button('pay', 'Pays, as the donor.'),
  'sandbox.decline': button('decline', 'Declines the payment; the donor may try again.'),
  'sandbox.abandon': button('abandon', 'Leaves without paying; the donor may come back.'),
  'sandbox.get': defineAction({
    summary: 'Returns a payment as the sandbox knows it.',
    permission: 'anyone',
    route: 'GET /sandbox/payments/:id/state',
    params: one,
    result: SandboxPayment,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.behave': defineAction({
    summary: 'Changes how the sandbox treats this payment from now on. Omitted fields stay as they are.',
    permission: 'anyone',
    route: 'POST /sandbox/payments/:id/behave',
    params: exactly({ id: Id, ...Type.Partial(Behaviour).properties }),
    result: SandboxPayment,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.authorize': script('authorize', 'Reports that the donor agreed and the money is held.', {
    id: Id,
  }),
  'sandbox.capture': script('capture', 'Reports that the money was captured.', { id: Id, amount }),
  'sandbox.settle': script('settle', 'Reports that the money arrived.', { id: Id, amount }),
  'sandbox.fail': script('fail', 'Reports that the payment was declined, and why.', { id: Id, reason }),
  'sandbox.refund': script('refund', 'Reports a refund.', { id: Id, amount, refund_id: fact }),
  'sandbox.fail_refund': script(
    'fail_refund',
    'Reports that a refund did not arrive: the last one unless `refund_id` names another.',
    { id: Id, amount, refund_id: fact, reason },
  ),
  'sandbox.dispute': script('dispute', 'Reports that the donor disputed the charge.', {
    id: Id,
    amount,
    dispute_id: fact,
  }),
  'sandbox.win': script(
    'win',
    'Reports that a dispute was won: the last one unless `dispute_id` names another.',
    { id: Id, amount, dispute_id: fact },
  ),
};

export const messages = {
  'sandbox.webhook_queued': defineMessage({
    summary: 'The sandbox sends these webhooks now, in this order.',
    version: 1,
    key: 'payment_id',
    payload: exactly({ payment_id: Id, sendings: Type.Array(SandboxSending) }),
  }),
};

export const timers = {
  'sandbox.send_webhook': defineTimer({
    summary: 'Sends a webhook that was not taken once more.',
    payload: SandboxSending,
  }),
  'sandbox.send_webhooks': defineTimer({
    summary: 'Sends webhooks that were to be late, in this order.',
    payload: exactly({ sendings: Type.Array(SandboxSending) }),
  }),
};
