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
    remedy: 'Send a complete JSON object in UTF-8, nested at most 32 levels deep.',
  },
  BODY_TYPE_UNSUPPORTED: {
    status: 415,
    title: 'The body is of a type that this route does not take',
    remedy: 'Send it as `expected`, and say so in Content-Type.',
  },
  BODY_ENCODED: {
    status: 415,
    title: 'The body is compressed or otherwise encoded',
    remedy: 'Send it as it is, without Content-Encoding.',
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
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This path does not take this method',
    remedy: 'Use one that the header `Allow` lists.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: 'It has changed since you read it; nothing was done',
    remedy: 'Read it again, and repeat the change with the ETag that you get then.',
  },
  REQUEST_MALFORMED: {
    status: 400,
    title: 'This is no HTTP request that can be read',
    remedy: 'Check what your client sends, or what a proxy makes of it: see RFC 9112.',
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    title: 'The request did not arrive in time',
    remedy: 'Send the headers within 10 seconds, and all of it within 30.',
  },
  URI_TOO_LONG: { status: 414, title: 'The URL is too long', remedy: 'Send at most 16 kB.' },
  EXPECTATION_FAILED: {
    status: 417,
    title: 'What the header Expect asks for is not known here',
    remedy: 'Leave it out, or send `Expect: 100-continue`.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The headers are too large',
    remedy: 'Send at most 16 kB of them.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    remedy:
      'Try again after `Retry-After`. The headers `RateLimit-Policy` and `RateLimit` say how many there may be.',
  },
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
