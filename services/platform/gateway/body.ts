import { fail, type FieldError } from '#lib/errors';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** Bytes: the largest honest request has 60 kB (a campaign's 10,000 characters, each an escape of six bytes). */
export const BODY_LIMIT = 100 * 1024;

/** Bytes of a body that is taken as it comes, such as a webhook: Stripe's are 256 kB and more. */
export const RAW_LIMIT = 1024 * 1024;

/** How deep objects and lists may be nested, the outermost counted. */
export const DEPTH_LIMIT = 32;

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The whole body as text. Throws BODY_TOO_LARGE, and BODY_UNREADABLE when it is compressed or not UTF-8. */
export async function readText(req: IncomingMessage, limit = BODY_LIMIT): Promise<string> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = 0 } = req.headers;
  // Inflated, 100 kB can be 100 MB: nothing this small needs compressing.
  if (encoding !== 'identity') throw fail('BODY_UNREADABLE');
  // Node reads and drops the rest of the body after the response; so the client gets to see the response.
  if (Number(length) > limit) throw fail('BODY_TOO_LARGE');
  if (!hasBody(req)) return '';
  const bytes = await collect(req, limit);
  if (!isUtf8(bytes)) throw fail('BODY_UNREADABLE');
  return bytes.toString();
}

/** Parses a JSON object; empty text is an empty object. Throws BODY_UNREADABLE and VALIDATION_FAILED. */
export function parseObject(text: string, type: string | undefined): Record<string, unknown> {
  if (text === '') return {};
  if (!type || !JSON_TYPE.test(type)) throw fail('BODY_UNREADABLE');
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail('BODY_UNREADABLE');
  const mistake = mistakeIn(value, 1);
  if (mistake) throw fail('VALIDATION_FAILED', { errors: [mistake] });
  return value as Record<string, unknown>;
}

/** Throws BODY_UNREADABLE where the body's type is not a form's. */
export function assertForm(type: string | undefined): void {
  if (!type || !FORM_TYPE.test(type)) throw fail('BODY_UNREADABLE');
}

/** Why `text` can't be stored, if so: Postgres accepts neither NUL in text nor half of a surrogate pair in JSON. */
export const mistakeInText = (text: string): string | undefined =>
  text.includes('\0') || !text.isWellFormed() ? 'must be text without NUL and lone surrogates' : undefined;

const JSON_TYPE = /^application\/json *(;|$)/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded *(;|$)/i;

// Stays pending when the connection ends before the body does: nobody waits for the result, and the call ends with `res`.
function collect(req: IncomingMessage, limit: number): Promise<Buffer> {
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
    throw fail('BODY_UNREADABLE');
  }
}

// JSON.parse makes these own fields, but a later copy by assignment would set a prototype.
const isForbidden = (key: string) => key === '__proto__' || key === 'constructor' || key === 'prototype';

// Its recursion ends at the limit, however deep the body is.
function mistakeIn(value: unknown, depth: number): FieldError | undefined {
  if (typeof value === 'string') {
    const message = mistakeInText(value);
    return message === undefined ? undefined : { pointer: '', message };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEPTH_LIMIT) throw fail('BODY_UNREADABLE');
  for (const key of Object.keys(value)) {
    const mistake = isForbidden(key)
      ? { pointer: '', message: 'is not a field of this request: leave it out' }
      : mistakeIn((value as Record<string, unknown>)[key], depth + 1);
    if (mistake) return { ...mistake, pointer: `/${escape(key)}${mistake.pointer}` };
  }
  return undefined;
}

/** A step of a JSON pointer (RFC 6901). */
const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
