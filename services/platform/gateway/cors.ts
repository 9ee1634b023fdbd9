// Pages of other origins that may use the API (the CORS protocol of the Fetch standard). Tokens go in a header that a page sets itself:
// browsers need to send nothing of their own, and are not allowed to.
import type { IncomingMessage } from 'node:http';
import type { Response } from './http.ts';

const SENT =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Request-Id';
const SHOWN = 'ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

// As long as Firefox and Chrome keep it at most is a day and two hours: ten minutes follow a changed setting.
const KEPT_S = '600';

/** Says in an answer's headers whether its reader may see it, and to a preflight what it may send. */
export function corsOf(origins: readonly string[]): (req: IncomingMessage, res: Response) => void {
  if (origins.length === 0) return () => {};
  const isAnybody = origins.includes('*');
  const allowed = new Set(origins);
  return ({ method, headers }, res) => {
    const { origin } = headers;
    if (!isAnybody) res.appendHeader('vary', 'Origin');
    if (origin === undefined || !(isAnybody || allowed.has(origin))) return;
    res.setHeader('access-control-allow-origin', isAnybody ? '*' : origin);
    res.setHeader('access-control-expose-headers', SHOWN);
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return;
    res.setHeader('access-control-allow-headers', SENT);
    res.setHeader('access-control-max-age', KEPT_S);
  };
}
