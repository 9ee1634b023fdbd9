// HEAD and OPTIONS, which follow from the routes that there are.
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

export function sendAllow(req: Request, res: Response, allowed: string): void {
  res.writeHead(204, { allow: allowed, 'x-request-id': req.id }).end();
}
