import { errors, type ErrorCode } from '#contracts';
import { Errors } from 'moleculer';

/** A field that is wrong, by JSON pointer (RFC 6901), and what it must be. */
export interface FieldError {
  pointer: string;
  message: string;
}

/**
 * The one way to refuse: `throw fail('PLEDGE_NOT_FOUND', { pledge_id })`. Callers match on `error.type`.
 * No Error subclasses: Moleculer cannot rebuild them on the far side of the wire.
 */
export const fail = (
  code: ErrorCode,
  data: { errors?: FieldError[]; [field: string]: unknown } = {},
): Errors.MoleculerClientError =>
  new Errors.MoleculerClientError(errors[code].title, errors[code].status, code, data);

/** What an error is called, wherever it was thrown. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;

/** What an error says, as Postgres can keep it: without NUL or half a surrogate pair, 1,000 characters at most. Never throws. */
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

/** Nobody's fault but the moment's: the same again may well succeed, and is no failure of what was asked. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code === 'BUSY' || code === 'UNAVAILABLE' || code === 'OUTCOME_UNKNOWN') return true;
  return error instanceof Errors.MoleculerRetryableError; // no node has the service, it timed out, its breaker is open
}
