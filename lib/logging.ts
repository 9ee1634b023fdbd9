// What becomes of what is logged: JSON lines by Pino.
import { types } from 'node:util';

type Log = (fields: object, text: string) => void;

/**
 * Options for Pino. Moleculer hands on what it is given, `logger.warn(text, error)`, of which Pino would keep the text
 * alone: here the texts are joined, and the error is told with its message and stack. Never with what else it has:
 * Moleculer's errors carry the call they were thrown in, with its parameters, passwords among them.
 */
export const pinoOptions = {
  base: null,
  serializers: { err: told },
  hooks: {
    logMethod(this: object, args: unknown[], log: Log) {
      const [first] = args;
      const isFields = typeof first === 'object' && first !== null && !types.isNativeError(first);
      const err = args.find(types.isNativeError);
      const texts = args.filter((arg) => typeof arg === 'string').join(' ');
      log.call(this, { ...(isFields && first), ...(err && { err }) }, texts || (err?.message ?? ''));
    },
  },
};

/** By what it is, not by its class: an error may be of another realm's. */
function told(error: unknown): unknown {
  if (!types.isNativeError(error)) return error;
  const { message, stack, cause } = error;
  const { type = error.name, code } = error as { type?: unknown; code?: unknown };
  return { type, message, code, stack, ...(cause !== undefined && { cause: told(cause) }) };
}
