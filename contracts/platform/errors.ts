import type { ErrorContract } from '../error.ts';

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
  ROUTE_NOT_FOUND: { status: 404, title: 'No such route', remedy: '/openapi.json lists them all.' },
  TRANSITION_NOT_ALLOWED: {
    status: 409,
    title: 'It can no longer, or not yet, do that',
    remedy: '`from` is where it stands and `event` what was asked of it; the docs draw its lifecycle.',
  },
  FORM_NOT_OURS: {
    status: 403,
    title: 'This form was sent by another site',
    remedy: 'Open the page here, and send the form from there.',
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
