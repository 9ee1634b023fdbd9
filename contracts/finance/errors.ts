import type { ErrorContract } from '../error.ts';

export const errors = {
  CURRENCY_MISMATCH: {
    status: 422,
    title: 'The campaign collects another currency',
    remedy: "Pledge in the campaign's currency.",
  },
  INSUFFICIENT_FUNDS: {
    status: 409,
    title: 'The account has less than that',
    remedy: 'Ask for less; what refunds have reserved is not to be had.',
  },
  PAYMENT_NOT_OPEN: {
    status: 409,
    title: 'This payment is over: there is nothing left to pay',
    remedy:
      'Look at the pledge: `status` says what became of it. Pledge again if it was cancelled or has expired.',
  },
  PAYMENT_NOT_FOUND: { status: 404, title: 'No such payment', remedy: 'Check the id.' },
  TRANSFER_REFUSED: {
    status: 409,
    title: 'The money can not be moved',
    remedy: '`reason` says why. It never will be: a new wish is a new request, with a new Idempotency-Key.',
  },
  WEBHOOK_SIGNATURE_INVALID: {
    status: 401,
    title: 'The webhook is not signed by the provider, or too long ago',
    remedy: 'Sign the raw body with the shared secret and a timestamp within 5 minutes of now.',
  },
  PROVIDER_REFUSED: {
    status: 409,
    title: 'The payment provider will not do this',
    remedy: '`reason` is what it says.',
  },
  PROVIDER_UNKNOWN: { status: 404, title: 'No such payment provider', remedy: 'Check the path.' },
  WEBHOOK_NOT_FOUND: {
    status: 404,
    title: 'No such webhook',
    remedy: 'GET /api/ops/webhooks lists them, for 90 days; ask for the `id`, not the webhook_id.',
  },
} as const satisfies Record<string, ErrorContract>;
