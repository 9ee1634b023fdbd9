// Methods and targets: HEAD and OPTIONS follow from the routes that there are.
import { fail } from '#lib/errors';
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from './http.ts';

/** Methods by path: `:name` stands for a field. */
type Routes = readonly { method: string; path: string }[];

/** Tells the methods that a path takes, in the words of the Allow header; undefined where there is no such path. */
export function methodsAt(routes: Routes): (path: string) => string | undefined {
  const known = [...Map.groupBy(routes, ({ path }) => path)].map(([path, those]) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`),
    methods: those.map(({ method }) => method),
  }));
  const everything = allow(routes.map(({ method }) => method));
  return (path) => {
    // "OPTIONS *" asks about the server as a whole (RFC 9110, 9.3.7).
    if (path === '*') return everything;
    const found = known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
    return found.length > 0 ? allow(found) : undefined;
  };
}

function allow(methods: readonly string[]): string {
  const implied = methods.includes('GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS'];
  return [...new Set([...methods, ...implied])].sort().join(', ');
}

/** Has a HEAD routed as the GET whose headers it asks for. Node sends no body then, whatever is written. */
export function routeHeadAsGet(req: Request): void {
  req.isHead = req.method === 'HEAD';
  if (req.isHead) req.method = 'GET';
}

/** Answers OPTIONS; to a browser that asks whether a page may send something, also in its words. */
export function sendAllow(res: Response, allowed: string): void {
  const headers: Record<string, string> = { allow: allowed };
  if (res.hasHeader('access-control-allow-origin')) headers['access-control-allow-methods'] = allowed;
  res.writeHead(204, headers).end();
}

/** The refusal of a request that no route takes: where there is the path, it takes other methods. */
export function notRouted(res: Response, allowed: string | undefined) {
  if (!allowed) return fail('ROUTE_NOT_FOUND');
  res.setHeader('allow', allowed);
  return fail('METHOD_NOT_ALLOWED');
}

/**
 * The path and query of a request's target. A client that believes it is talking to a proxy sends a whole URL
 * (RFC 9112, 3.2.2).
 */
export const targetOf = (url: string): string => {
  const behind = /^https?:\/\/[^/?#]*(.*)$/i.exec(url)?.[1];
  return behind === undefined ? url : behind.startsWith('/') ? behind : `/${behind}`;
};

/** Throws for what Node's parser lets pass: REQUEST_MALFORMED without one Host (RFC 9112, 3.2), EXPECTATION_FAILED. */
export function assertHttp({ headers, rawHeaders, httpVersion }: IncomingMessage): void {
  if (httpVersion === '1.0') return;
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (HOST.test(rawHeaders[i]!)) hosts++;
  if (hosts !== 1) throw fail('REQUEST_MALFORMED', { message: 'there must be one Host header' });
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect))
    throw fail('EXPECTATION_FAILED');
}

const HOST = /^host$/i;
