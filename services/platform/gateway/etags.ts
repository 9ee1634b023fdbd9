// Validators (RFC 9110, 8.8.3 and 13.1): a client that has an answer asks for a newer one, or changes only what it has seen.
import { hash } from 'node:crypto';
import { send, type Response } from './http.ts';

/**
 * A strong one: of two answers that differ in a byte, it differs. The version of what has one stands in front, so that a change can
 * be checked where it is made, without reading anything.
 */
export function entityTag(body: string, version?: unknown): string {
  const digest = hash('sha256', body, 'base64url').slice(0, DIGEST);
  return Number.isInteger(version) ? `"${String(version)}-${digest}"` : `"${digest}"`;
}

// 132 bits.
const DIGEST = 22;

/** The versions that If-Match names; undefined where any will do. What is none of our tags matches nothing. */
export function versionsIn(if_match: string | undefined): number[] | undefined {
  if (if_match === undefined || if_match.trim() === '*') return undefined;
  return [...if_match.matchAll(/(?<!W\/)"(\d{1,15})-[\w-]{22}"/g)].map(([, version]) => Number(version));
}

/** Whether If-None-Match names this tag; the weak form is as good. */
const isKnown = (if_none_match: string | undefined, tag: string): boolean =>
  if_none_match !== undefined &&
  (if_none_match.trim() === '*' || [...if_none_match.matchAll(/"[^"]*"/g)].some(([each]) => each === tag));

/**
 * Sends JSON that can be asked for again; 304 to a client that reads it and has it: a change was made, and is answered as such.
 * Caches may keep it, and must ask before they show it.
 */
export function sendTagged(
  res: Response,
  body: string,
  version?: unknown,
  headers: Record<string, string> = {},
): void {
  const etag = entityTag(body, version);
  const all = { 'cache-control': 'no-cache', ...headers, etag };
  if (res.req.method === 'GET' && isKnown(res.req.headers['if-none-match'], etag)) {
    if (!res.headersSent) res.writeHead(304, all).end();
  } else send(res, 200, 'application/json', body, all);
}
