import { fail, type FieldError } from '#lib/errors';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { duplicateIn, stepOf } from './duplicate-keys.ts';
import { FORM, type Incoming } from './http.ts';

/** Bytes: the largest honest request has 60 kB (a campaign's 10,000 characters, each an escape of six bytes). */
export const BODY_LIMIT = 100 * 1024;

/** Bytes of a body that is taken as it comes, such as a webhook: Stripe's are 256 kB and more. */
export const RAW_LIMIT = 1024 * 1024;

/** How deep objects and lists may be nested, the outermost counted. */
export const DEPTH_LIMIT = 32;

export const hasBody = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The whole body as text. Throws BODY_TOO_LARGE, BODY_ENCODED, and BODY_UNREADABLE when it is not UTF-8. */
export async function readText(req: Incoming, limit = BODY_LIMIT): Promise<string> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = 0 } = req.headers;
  // Inflated, 100 kB can be 100 MB: nothing this small needs compressing.
  if (encoding.toLowerCase() !== 'identity') throw fail('BODY_ENCODED');
  // Node reads and drops the rest of the body after the response; so the client gets to see the response.
  if (Number(length) > limit) throw fail('BODY_TOO_LARGE');
  if (!hasBody(req)) return '';
  req.invite?.();
  const bytes = await collect(req, limit);
  if (!isUtf8(bytes)) throw unreadable('it is not UTF-8');
  return bytes.toString();
}

/**
 * Parses a JSON object; empty text is an empty object. Its text is in one form (NFC), however it was typed. Throws
 * BODY_TYPE_UNSUPPORTED, BODY_UNREADABLE, and VALIDATION_FAILED for what no route takes.
 */
export function parseObject(text: string, type: string | undefined): Record<string, unknown> {
  if (text === '') return {};
  if (!type || !JSON_TYPE.test(type)) throw fail('BODY_TYPE_UNSUPPORTED', { expected: 'application/json' });
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unreadable('it is no JSON object');
  const mistake = mistakeIn(value as Record<string, unknown>, 1) ?? duplicateIn(text);
  if (mistake) throw fail('VALIDATION_FAILED', { errors: [mistake] });
  return value as Record<string, unknown>;
}

/** Throws BODY_TYPE_UNSUPPORTED where the body's type is not a form's. */
export function assertForm(type: string | undefined): void {
  if (!type || !FORM_TYPE.test(type)) throw fail('BODY_TYPE_UNSUPPORTED', { expected: FORM });
}

/** Refuses a body, and says why. */
export const unreadable = (why: string) => fail('BODY_UNREADABLE', { message: why });

/** Why `text` can't be stored, if so: Postgres accepts neither NUL in text nor half of a surrogate pair in JSON. */
export const mistakeInText = (text: string): string | undefined =>
  text.includes('\0') || !text.isWellFormed() ? 'must be text without NUL and lone surrogates' : undefined;

const JSON_TYPE = /^application\/json *(;|$)/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded *(;|$)/i;

// Stays pending when the connection ends before the body does: nobody waits for the result, and the call ends with `res`.
function collect(req: Incoming, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      req.off('data', take).resume();
      reject(fail('BODY_TOO_LARGE'));
    };
    req.on('data', take);
    req.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('it is not JSON');
  }
}

// JSON.parse makes these own fields, but a later copy by assignment would set a prototype.
const isForbidden = (key: string) => key === '__proto__' || key === 'constructor' || key === 'prototype';

/** Looks for what no route takes, and brings all text into one form. Its recursion ends at the limit, however deep the body is. */
function mistakeIn(value: Record<string, unknown>, depth: number): FieldError | undefined {
  if (depth > DEPTH_LIMIT) throw unreadable('it is nested too deep');
  for (const key of Object.keys(value)) {
    const mistake = isForbidden(key)
      ? { pointer: '', message: 'is not a field of this request: leave it out' }
      : mistakeAt(value, key, depth);
    if (mistake) return { ...mistake, pointer: `/${stepOf(key)}${mistake.pointer}` };
  }
  return undefined;
}

function mistakeAt(value: Record<string, unknown>, key: string, depth: number): FieldError | undefined {
  const held = value[key];
  if (typeof held === 'object' && held !== null) return mistakeIn(held as Record<string, unknown>, depth + 1);
  if (typeof held !== 'string') return undefined;
  const message = mistakeInText(held);
  if (message !== undefined) return { pointer: '', message };
  value[key] = held.normalize();
  return undefined;
}
