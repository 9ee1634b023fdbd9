import { errors, type ErrorCode } from '#contracts';
import { Errors } from 'moleculer';

/** A wrong field, by JSON pointer (RFC 6901), and what it must be. */
export interface FieldError {
  pointer: string;
  message: string;
}

/**
 * The one way to refuse: `throw fail('PLEDGE_NOT_FOUND', { pledge_id })`. Callers match on `error.type`.
 * No Error subclasses: Moleculer cannot rebuild them on another node.
 */
export const fail = (
  code: ErrorCode,
  data: { errors?: FieldError[]; [field: string]: unknown } = {},
): Errors.MoleculerClientError =>
  new Errors.MoleculerClientError(errors[code].title, errors[code].status, code, data);

/** The code of an error, on whatever node it was thrown. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;

/** An error's text in a form that Postgres can store: without NUL or half a surrogate pair, 1,000 characters at most. Never throws. */
export function textOf(error: unknown): string {
  return textFrom(error).replaceAll('\0', '').slice(0, 1000).toWellFormed();
}

function textFrom(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'An error that says nothing of itself';
  }
}

/** A failure of the moment only: the same request may succeed later. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code === 'BUSY' || code === 'UNAVAILABLE' || code === 'OUTCOME_UNKNOWN') return true;
  return error instanceof Errors.MoleculerRetryableError; // no node has the service, it timed out, or its breaker is open
}
