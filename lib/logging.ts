// The format of logs: JSON lines by Pino.
import { types } from 'node:util';

type Log = (fields: object, text: string) => void;

/**
 * Options for Pino. Moleculer passes on the arguments of `logger.warn(text, error)`, of which Pino would log the text alone:
 * here texts are joined, and an error is logged with its message and stack. Never with its other fields: Moleculer's errors
 * carry the call they were thrown in, with its parameters, passwords among them.
 */
export const pinoOptions = {
  base: null,
  serializers: { err: errorFields },
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

/** By its fields, not its class: an error may come from another realm. */
function errorFields(error: unknown): unknown {
  if (!types.isNativeError(error)) return error;
  const { message, stack, cause } = error;
  const { type = error.name, code } = error as { type?: unknown; code?: unknown };
  return { type, message, code, stack, ...(cause !== undefined && { cause: errorFields(cause) }) };
}
