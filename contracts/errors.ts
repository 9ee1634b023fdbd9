interface ErrorContract {
  status: number;
  title: string;
  /** What the caller can do about it. */
  remedy: string;
}

/** Every error code a caller can meet. Codes are never renamed or reused. */
export const errors = {
  VALIDATION_FAILED: {
    status: 400,
    title: 'The request is not what this route takes',
    remedy: 'Correct the fields named in `errors`; /openapi.json describes them all.',
  },
  BODY_UNREADABLE: {
    status: 400,
    title: 'The body is not readable',
    remedy: 'Send complete JSON (an object, nested at most 32 deep) as application/json.',
  },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large', remedy: 'Send at most 100 kB.' },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    title: 'This route moves money and needs an Idempotency-Key',
    remedy: 'Send an Idempotency-Key header, a new UUID for each intent, and the same one on every retry.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    remedy: 'Use a new key for a new intent; repeat the very same body to hear the first answer again.',
  },
  SIGN_IN_REQUIRED: {
    status: 401,
    title: 'Sign in first',
    remedy: 'Send `Authorization: Bearer <access_token>` from /api/auth/login or /api/auth/refresh.',
  },
  CREDENTIALS_WRONG: {
    status: 401,
    title: 'The e-mail address and the password do not match',
    remedy: 'Check both; addresses are not case-sensitive, passwords are.',
  },
  REFRESH_TOKEN_INVALID: {
    status: 401,
    title: 'The refresh token is not valid',
    remedy: 'Log in again. A refresh token is good for one use; using an old one ends its login session.',
  },
  PERMISSION_DENIED: {
    status: 403,
    title: 'You may not do this',
    remedy: 'Ask someone who holds the permission, or the owner.',
  },
  EMAIL_TAKEN: {
    status: 409,
    title: 'There is an account with this e-mail address',
    remedy: 'Log in instead, or register another address.',
  },
  ROUTE_NOT_FOUND: { status: 404, title: 'No such route', remedy: '/openapi.json lists them all.' },
  USER_NOT_FOUND: { status: 404, title: 'No such user', remedy: 'Check the id.' },
  CAMPAIGN_NOT_FOUND: { status: 404, title: 'No such campaign', remedy: 'GET /api/campaigns lists them.' },
  CAMPAIGN_NOT_OPEN: {
    status: 409,
    title: 'The campaign takes no pledges',
    remedy: 'Pledge to a campaign that is PUBLISHED and has not ended.',
  },
  CAMPAIGN_ENDED: {
    status: 409,
    title: 'The campaign was to end before now',
    remedy: 'Draft another, with an ends_at in the future.',
  },
  CURRENCY_MISMATCH: {
    status: 422,
    title: 'The campaign collects another currency',
    remedy: "Pledge in the campaign's currency.",
  },
  PLEDGE_NOT_FOUND: {
    status: 404,
    title: 'No such pledge among those you may see',
    remedy: 'Check the id, and that you are signed in as its donor.',
  },
  PLEDGE_ALREADY_CAPTURED: {
    status: 409,
    title: 'The money of this pledge was captured: it can only be refunded',
    remedy: "Ask the campaign's owner for a refund.",
  },
  NOTHING_TO_REFUND: {
    status: 409,
    title: 'There is no captured money of this pledge left to refund',
    remedy:
      '`refundable` is what is left: 0 before the capture, and once all is refunded, disputed or on its way back.',
  },
  REFUND_EXCEEDS_CAPTURED: {
    status: 409,
    title: 'More would be refunded than was captured',
    remedy:
      'Ask for `refundable` at most: what was captured less what is refunded, disputed or on its way back.',
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
  TRANSITION_NOT_ALLOWED: {
    status: 409,
    title: 'It can no longer, or not yet, do that',
    remedy: '`from` is where it stands and `event` what was asked of it; the docs draw its lifecycle.',
  },
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
  FORM_NOT_OURS: {
    status: 403,
    title: 'This form was sent by another site',
    remedy: 'Open the page here, and send the form from there.',
  },
  PROVIDER_UNKNOWN: { status: 404, title: 'No such payment provider', remedy: 'Check the path.' },
  WEBHOOK_NOT_FOUND: {
    status: 404,
    title: 'No such webhook',
    remedy: 'GET /api/ops/webhooks lists them, for 90 days; ask for the `id`, not the webhook_id.',
  },
  DEAD_LETTER_NOT_FOUND: {
    status: 404,
    title: 'No such dead letter',
    remedy: 'It may have been retried already: list them again.',
  },
  BUSY: {
    status: 503,
    title: 'More is coming in than can be done',
    remedy: 'Try again after `Retry-After`.',
  },
  UNAVAILABLE: {
    status: 503,
    title: 'Something this needs is away; nothing was done',
    remedy: 'Try again after `Retry-After`.',
  },
  OUTCOME_UNKNOWN: {
    status: 503,
    title: 'The connection to the database broke: it may or may not have been done',
    remedy: 'Retry with the same Idempotency-Key, or read before you retry.',
  },
  TIMED_OUT: {
    status: 504,
    title: 'It took longer than 10 seconds',
    remedy: 'It may yet be done: retry with the same Idempotency-Key, or read before you retry.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'A mistake of ours',
    remedy: 'Report the request_id; the logs tell what happened.',
  },
} as const satisfies Record<string, ErrorContract>;

export type ErrorCode = keyof typeof errors;
