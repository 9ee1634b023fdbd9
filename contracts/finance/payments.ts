import { Type } from '@sinclair/typebox';
import {
  Amount,
  Currency,
  defineAction,
  defineMessage,
  defineTimer,
  exactly,
  HtmlPage,
  Id,
  paginated,
  pagination,
} from '../define.ts';
import { Outcome, Payment, Purpose, Reason, Webhook } from './payment.shapes.ts';
import { payoutActions, payoutMessages } from './payouts.ts';
import { mandateActions, mandateMessages, mandateTimers } from './mandates.ts';
import { paymentExports } from './payment-exports.ts';

export const actions = {
  ...mandateActions,
  'payments.receive_webhook': defineAction({
    summary:
      'Receives a webhook of a payment provider, and answers once it is recorded. Its signature stands in for a token.',
    permission: 'anyone',
    route: 'POST /api/payments/webhooks/:provider',
    consumes: '*/*',
    security: 'none',
    params: exactly({
      provider: Type.String({ maxLength: 40 }),
      headers: Type.Record(Type.String(), Type.String()),
      body: Type.String(),
    }),
    result: exactly({ received: Type.Literal(true) }),
    errors: ['PROVIDER_UNKNOWN', 'WEBHOOK_SIGNATURE_INVALID', 'BODY_UNREADABLE'],
  }),
  'payments.list': defineAction({
    summary: 'Lists the payments of a purpose, such as a pledge. For admins.',
    permission: 'payments:read',
    route: 'GET /api/payments',
    params: exactly({ purpose_id: Id }),
    result: paginated(Payment),
  }),
  'payments.list_payment_webhooks': defineAction({
    summary: 'Lists all webhooks of a payment with their outcomes. For admins.',
    permission: 'payments:read',
    route: 'GET /api/payments/:id/webhooks',
    params: exactly({ id: Id }),
    result: paginated(Webhook),
  }),
  'payments.list_webhooks': defineAction({
    summary: 'Lists webhooks with their outcomes, newest first. For admins.',
    permission: 'ops:read',
    route: 'GET /api/ops/webhooks',
    params: exactly({ ...pagination, payment_id: Type.Optional(Id), outcome: Type.Optional(Outcome) }),
    result: paginated(Webhook),
  }),
  'payments.resend_webhook': defineAction({
    summary:
      'Resends a recorded webhook to the platform. What was applied already is not applied again. For admins.',
    permission: 'ops:retry',
    route: 'POST /api/ops/webhooks/:id/resend',
    params: exactly({ id: Id }),
    result: Webhook,
    errors: ['WEBHOOK_NOT_FOUND', 'PAYMENT_NOT_FOUND', 'PROVIDER_UNKNOWN'],
  }),
  'payments.read_facts': defineAction({
    summary:
      'Returns a fingerprint of each payment: of these `ids`, of these `purpose_ids`, or of all after `after` in the order of their ids.',
    permission: 'internal',
    params: exactly({
      ids: Type.Optional(Type.Array(Id, { maxItems: 5000 })),
      purpose_ids: Type.Optional(Type.Array(Id, { maxItems: 5000 })),
      after: Type.Optional(Id),
      limit: Type.Integer({ minimum: 1, maximum: 5000 }),
    }),
    result: exactly({
      data: Type.Array(
        exactly({
          payment_id: Id,
          purpose: Purpose,
          provider: Type.String(),
          amount: Amount,
          currency: Currency,
          facts: Type.String(),
        }),
      ),
    }),
  }),
  'payments.checkout': defineAction({
    summary:
      "Redirects to the provider's checkout: `purpose_id` is the id of what is paid, such as a pledge.",
    permission: 'anyone',
    route: 'GET /pay/:purpose_id',
    status: 303,
    location: ':location',
    params: exactly({ purpose_id: Id }),
    result: exactly({ location: Type.String() }),
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_UNKNOWN', 'PROVIDER_REFUSED', 'PAYMENT_NOT_OPEN'],
  }),
  'payments.page': defineAction({
    summary: "Shows Stripe's payment form on a page of the platform.",
    permission: 'anyone',
    route: 'GET /pay/:purpose_id/stripe',
    produces: 'text/html',
    params: exactly({ purpose_id: Id }),
    result: HtmlPage,
    errors: ['PAYMENT_NOT_FOUND', 'PROVIDER_UNKNOWN', 'PROVIDER_REFUSED', 'PAYMENT_NOT_OPEN'],
  }),
  'payments.capture': defineAction({
    summary: 'Captures an AUTHORIZED payment, where the provider does not do so by itself. For admins.',
    permission: 'payments:capture',
    route: 'POST /api/payments/:id/capture',
    idempotency: 'accepted',
    status: 202,
    params: exactly({ id: Id }),
    result: Payment,
    errors: ['PAYMENT_NOT_FOUND', 'TRANSITION_NOT_ALLOWED'],
  }),
  ...payoutActions,
  ...paymentExports,
};

const fact = { payment_id: Id, purpose: Purpose, amount: Amount, currency: Currency };
const report = { version: 1, key: 'payment_id', payload: exactly(fact) } as const;
const refund = { ...report, payload: exactly({ ...fact, refund_id: Type.String() }) };
const why = { reason: Type.Optional(Reason) };
const dispute = { ...report, payload: exactly({ ...fact, dispute_id: Type.String() }) };

export const messages = {
  ...mandateMessages,
  'payment.authorized': defineMessage({
    summary: 'The donor agreed: the provider holds the money.',
    ...report,
  }),
  'payment.captured': defineMessage({ summary: 'The provider took the money.', ...report }),
  'payment.failed': defineMessage({
    summary: 'The payment was declined.',
    ...report,
    payload: exactly({ ...fact, ...why }),
  }),
  'payment.voided': defineMessage({
    summary: 'The hold was released, or the checkout was closed.',
    ...report,
  }),
  'settlement.confirmed': defineMessage({ summary: 'The money arrived at the platform.', ...report }),
  'payment.refunded': defineMessage({ summary: 'The provider refunded money to the donor.', ...refund }),
  'payment.refund_failed': defineMessage({
    summary: 'A refund did not reach the donor.',
    ...refund,
    payload: exactly({ ...refund.payload.properties, ...why }),
  }),
  'payment.disputed': defineMessage({
    summary: 'The donor disputed the charge: the money is gone until the dispute is won.',
    ...dispute,
  }),
  'payment.dispute_won': defineMessage({
    summary: 'A dispute was won, or a part of it: `amount` is back.',
    ...dispute,
  }),
  ...payoutMessages,
};

/** How often the provider was asked, whose outcome nobody knows. */
const asked = Type.Optional(Type.Integer({ minimum: 0 }));

export const timers = {
  ...mandateTimers,
  'payments.capture': defineTimer({ summary: 'Takes the money of a hold.', payload: exactly({ asked }) }),
  'payments.close': defineTimer({
    summary: 'Closes a checkout that came about while its payment was given up.',
    payload: exactly({}),
  }),
  'payments.refund': defineTimer({
    summary: 'Asks the provider for a refund. Its key is the refund.',
    payload: exactly({ payment_id: Id, asked }),
  }),
  'payments.settlement': defineTimer({
    summary: 'Asks a provider that does not report it whether the money has arrived.',
    payload: exactly({ asked }),
  }),
  'payments.void': defineTimer({ summary: 'Gives up a hold, or a checkout.', payload: exactly({ asked }) }),
};
