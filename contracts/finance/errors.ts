import type { ErrorContract } from '../error.ts';

export const errors = {
  AMOUNT_NOT_PAYABLE: {
    status: 422,
    title: 'The payment provider takes no such amount',
    remedy: '`errors` says what it takes: choose another amount, or for a campaign another currency.',
  },
  CURRENCY_MISMATCH: {
    status: 422,
    title: 'The campaign collects another currency',
    remedy: "Use the campaign's currency.",
  },
  INSUFFICIENT_FUNDS: {
    status: 409,
    title: 'The account does not have that much',
    remedy: 'Ask for less. Money that is reserved for refunds is not available.',
  },
  BENEFICIARY_NOT_FOUND: {
    status: 404,
    title: 'No such beneficiary, or it is not yours to see',
    remedy: 'A beneficiary is `campaign:` and the id of a campaign that was published.',
  },
  PAYOUT_NOT_ALLOWED: {
    status: 409,
    title: 'The money of this campaign can not be paid out',
    remedy:
      '`payouts` says why: `barred` is called off, and its money goes back to the donors; `held` is all or nothing, and waits until it has reached its goal.',
  },
  PAYOUT_NOT_FOUND: { status: 404, title: 'No such payout', remedy: 'Check the id.' },
  NOT_OWED: {
    status: 409,
    title: 'The beneficiary does not owe that much',
    remedy: 'Write off at most `debt`.',
  },
  PAYMENT_NOT_OPEN: {
    status: 409,
    title: 'This payment has ended: nothing is left to pay',
    remedy:
      'The `status` of what was to be paid, such as a pledge, says why. Begin again if it was cancelled or has expired.',
  },
  PAYMENT_NOT_FOUND: { status: 404, title: 'No such payment', remedy: 'Check the id.' },
  MANDATE_NOT_FOUND: {
    status: 404,
    title: 'No such saved card',
    remedy: 'Open the link anew from the page of your recurring gift.',
  },
  TRANSFER_REFUSED: {
    status: 409,
    title: 'The money cannot be moved',
    remedy: '`reason` says why. To try something else, send a new request with a new Idempotency-Key.',
  },
  WEBHOOK_SIGNATURE_INVALID: {
    status: 401,
    title: 'The webhook is not signed by the provider, or its signature is too old',
    remedy: 'Sign the raw body with the shared secret and a timestamp within 5 minutes of now.',
  },
  PROVIDER_REFUSED: {
    status: 409,
    title: 'The payment provider refused',
    remedy: 'Nothing was taken. `reason` is what the provider said, and `message` the same in words.',
  },
  PROVIDER_UNKNOWN: { status: 404, title: 'No such payment provider', remedy: 'Check the path.' },
  WEBHOOK_NOT_FOUND: {
    status: 404,
    title: 'No such webhook',
    remedy: 'GET /api/ops/webhooks lists those of the last 90 days. Use `id`, not webhook_id.',
  },
} as const satisfies Record<string, ErrorContract>;
