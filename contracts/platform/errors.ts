import type { ErrorContract } from '../error.ts';

export const errors = {
  VALIDATION_FAILED: {
    status: 400,
    title: 'The request is not valid',
    remedy: 'Correct the fields that `errors` names; /openapi.json describes every field.',
  },
  BODY_UNREADABLE: {
    status: 400,
    title: 'The body cannot be read',
    remedy: 'Send a complete JSON object, nested at most 32 levels deep, as application/json.',
  },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large', remedy: 'Send at most 100 kB.' },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    title: 'This route moves money and needs an Idempotency-Key',
    remedy: 'Send an Idempotency-Key header: a new UUID for each intent, the same one on every retry.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    remedy: 'Use a new key for a new intent. To get the first answer again, repeat exactly the same body.',
  },
  ROUTE_NOT_FOUND: { status: 404, title: 'No such route', remedy: '/openapi.json lists all routes.' },
  TRANSITION_NOT_ALLOWED: {
    status: 409,
    title: 'Not allowed in the current status',
    remedy: '`from` is the current status, `event` what the request asked for.',
  },
  FORM_NOT_OURS: {
    status: 403,
    title: 'Another site sent this form',
    remedy: 'Open the page on this platform and send the form from there.',
  },
  DEAD_LETTER_NOT_FOUND: {
    status: 404,
    title: 'No such dead letter',
    remedy: 'It may have been retried already: list the dead letters again.',
  },
  BUSY: {
    status: 503,
    title: 'The platform is overloaded',
    remedy: 'Try again after `Retry-After`.',
  },
  EXPORTS_UNDER_WAY: {
    status: 429,
    title: 'Two exports of yours are under way',
    remedy: 'Wait until one of them has ended, or end it.',
  },
  UNAVAILABLE: {
    status: 503,
    title: 'A service that this request needs is unavailable; nothing was done',
    remedy: 'Try again after `Retry-After`.',
  },
  OUTCOME_UNKNOWN: {
    status: 503,
    title: 'The connection to the database broke: the request may or may not have taken effect',
    remedy: 'Retry with the same Idempotency-Key, or read before you retry.',
  },
  TIMED_OUT: {
    status: 504,
    title: 'The request took longer than 10 seconds',
    remedy: 'It may still take effect: retry with the same Idempotency-Key, or read before you retry.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'The platform made a mistake',
    remedy: 'Report the request_id: the logs say what happened.',
  },
} as const satisfies Record<string, ErrorContract>;
