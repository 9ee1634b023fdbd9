import { errors, type ErrorCode } from '#contracts';
import { settingsOf } from '#lib/broker';
import { codeOf } from '#lib/errors';
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

  // Known fields come first, and an error's data can't replace them.
  const { status, title, remedy } = errors[code];
  const known = {
    type: `${settingsOf(broker).public_url}${problemPath(code)}`,
    title,
    status,
    detail: remedy,
    code,
    request_id: req.id,
  };
  const headers: Record<string, string> = { 'x-request-id': req.id };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (status === 503) headers['retry-after'] = '1';
  if (status === 429) headers['retry-after'] = `${Number(data?.['retry_after_s'] ?? 1)}`;
  if (route?.contract.secret) headers['cache-control'] = 'no-store';
  const problem = { ...known, ...data, ...known };
  if (route?.isForBrowsers) headers['vary'] = 'accept';
  if (route?.isForBrowsers && wantsPage(req.headers)) sendPage(res, status, problemPage(problem), headers);
  else send(res, status, 'application/problem+json', JSON.stringify(problem), headers);
}

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
