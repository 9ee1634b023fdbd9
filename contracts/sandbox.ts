import { Type, type Static } from '@sinclair/typebox';
import { action, Amount, Currency, exactly, Id, message, Time } from './define.ts';

/** The provider's own name of a thing. */
export const Reference = Type.String({
  pattern: '^[\\x20-\\x7e]{1,255}$',
  description: 'from 1 to 255 printable ASCII characters',
});

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

export const SandboxPayment = exactly({ id: Id, amount: Amount, currency: Currency, created_at: Time });
export type SandboxPayment = Static<typeof SandboxPayment>;

const some = { id: Id, amount: Type.Optional(Amount) };

const script = <P extends { id: typeof Id }>(verb: string, summary: string, params: P) =>
  action({
    summary,
    permission: 'anyone',
    route: `POST /sandbox/payments/:id/${verb}`,
    params: exactly(params),
    result: exactly({ webhook_id: Id, sent: SandboxWebhook }),
    errors: ['PAYMENT_NOT_FOUND'],
  });

export const actions = {
  'sandbox.open': action({
    summary: 'Opens a checkout for a payment; the same id again changes nothing.',
    permission: 'internal',
    params: exactly({ id: Id, amount: Amount, currency: Currency }),
    result: exactly({ checkout_url: Type.String() }),
  }),
  'sandbox.get': action({
    summary: 'A payment as the sandbox provider knows it.',
    permission: 'anyone',
    route: 'GET /sandbox/payments/:id',
    params: exactly({ id: Id }),
    result: SandboxPayment,
    errors: ['PAYMENT_NOT_FOUND'],
  }),
  'sandbox.authorize': script('authorize', 'The donor has agreed: a hold.', { id: Id }),
  'sandbox.capture': script('capture', 'The money is taken.', some),
  'sandbox.settle': script('settle', 'The money has arrived.', some),
  'sandbox.fail': script('fail', 'The payment was declined.', { id: Id }),
  'sandbox.refund': script('refund', 'Money is given back.', some),
  'sandbox.dispute': script('dispute', 'The donor disputes the charge.', some),
};

export const messages = {
  'sandbox.webhook_due': message({
    key: 'payment_id',
    heard_by: ['sandbox'],
    payload: exactly({ payment_id: Id, webhook_id: Id, webhook: SandboxWebhook }),
  }),
};
