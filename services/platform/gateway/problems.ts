import { errors, type ErrorCode } from '#contracts';
import { settingsOf } from '#lib/broker';
import { codeOf, type FieldError } from '#lib/errors';
import type { Broker } from '#lib/service';
import { send, type Request, type Response } from './http.ts';
import { problemPage, sendPage, wantsPage } from './pages.ts';
import { problemPath } from './problem-path.ts';
import type { Route } from './routes.ts';

/**
 * Responds with a problem document (RFC 9457), or with a page on routes for browsers. Only errors of the contracts are shown;
 * any other is a mistake of ours: the log gets its stack, and the client nothing but the request's id.
 */
export function sendProblem(
  broker: Broker,
  req: Request,
  res: Response,
  error: unknown,
  route: Route | undefined,
): void {
  const { code, data } = problemOf(error);
  if (code === 'INTERNAL_ERROR') broker.logger.error(`${req.id} ${req.$alias?.action ?? req.method}`, error);

  const { status } = errors[code];
  const headers: Record<string, string> = {};
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (status === 503) headers['retry-after'] = '1';
  if (status === 429) headers['retry-after'] = `${Number(data?.['retry_after_s'] ?? 1)}`;
  // RFC 9110, 15.5.16: which of the two was it, and what would do.
  if (code === 'BODY_TYPE_UNSUPPORTED') headers['accept'] = String(data?.['expected']);
  if (code === 'BODY_ENCODED') headers['accept-encoding'] = 'identity';
  if (route?.contract.secret) headers['cache-control'] = 'no-store';
  const problem = problemDocument(settingsOf(broker).public_url, code, req.id, data);
  if (route?.isForBrowsers) res.appendHeader('vary', 'accept');
  if (route?.isForBrowsers && wantsPage(req.headers)) sendPage(res, status, problemPage(problem), headers);
  else send(res, status, 'application/problem+json', JSON.stringify(problem), headers);
}

/** Known fields come first, and an error's data can't replace them. */
export function problemDocument(
  public_url: string,
  code: ErrorCode,
  request_id: string,
  data?: Record<string, unknown>,
) {
  const { status, title, remedy } = errors[code];
  const type = `${public_url}${problemPath(code)}`;
  const known = { type, title, status, detail: remedy, code, request_id };
  const wrong = data?.['errors'] as FieldError[] | undefined;
  return { ...known, ...data, ...known, ...(wrong && { errors: wrong.map(inBounds) }) };
}

/** The length of a pointer at most. */
export const POINTER_LENGTH = 1000;

/** Of a field whose name is longer, what it is in: nobody gets back as much as they like to send. */
const inBounds = ({ pointer, message }: FieldError): FieldError =>
  pointer.length <= POINTER_LENGTH
    ? { pointer, message }
    : { pointer: pointer.slice(0, pointer.lastIndexOf('/', POINTER_LENGTH)), message };

interface Problem {
  code: ErrorCode;
  data?: Record<string, unknown>;
}

/** The client's view of an error. Data of errors outside the contracts name nodes and actions: they are not shown. */
export function problemOf(error: unknown): Problem {
  const type = codeOf(error) ?? nameOf(error);
  if (type === undefined) return { code: 'INTERNAL_ERROR' };
  if (isContracted(type)) {
    const { data } = error as { data?: Record<string, unknown> };
    return data && type !== 'INTERNAL_ERROR' ? { code: type, data } : { code: type };
  }
  if (type === 'UNABLE_DECODE_PARAM') return { code: 'VALIDATION_FAILED', data: { errors: [BAD_PATH] } };
  return { code: FROM_MOLECULER.get(type) ?? 'INTERNAL_ERROR' };
}

// moleculer-web's own error for an unknown action has no type.
const nameOf = (error: unknown) => (error instanceof Error ? error.name : undefined);

const isContracted = (type: string): type is ErrorCode => Object.hasOwn(errors, type);

const BAD_PATH = { pointer: '', message: 'the path must be percent-encoded UTF-8' };

// The errors of Moleculer itself and of moleculer-web, by type.
const FROM_MOLECULER = new Map<string, ErrorCode>([
  ['SERVICE_NOT_FOUND', 'UNAVAILABLE'],
  ['SERVICE_NOT_AVAILABLE', 'UNAVAILABLE'], // no node has it, or its breaker is open
  ['ServiceUnavailableError', 'UNAVAILABLE'],
  ['BAD_GATEWAY', 'UNAVAILABLE'], // the broker lost its transporter
  ['QUEUE_FULL', 'BUSY'],
  ['REQUEST_TIMEOUT', 'TIMED_OUT'],
  ['REQUEST_SKIPPED', 'TIMED_OUT'],
  ['REQUEST_REJECTED', 'OUTCOME_UNKNOWN'], // its node ended in the middle
]);
