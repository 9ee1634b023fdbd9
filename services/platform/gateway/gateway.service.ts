// The one entrance. Routes follow from the contracts; moleculer-web finds the action and calls it.
import { errors, type Result } from '#contracts';
import { settingsOf } from '#lib/broker';
import { fail } from '#lib/errors';
import { requestMetrics, stopwatch, type ObserveRequest } from '#lib/metrics';
import type { ServiceDefinition } from '#lib/service';
import type { ServiceSchema } from 'moleculer';
import ApiGateway from 'moleculer-web';
import type { Server } from 'node:http';
import { admit, admitToOwn, type Admitting, type KnownOfRequest } from './admission.ts';
import { headersAlways } from './answer-headers.ts';
import { Authority } from './authority.ts';
import { asyncapi } from './asyncapi.ts';
import { Exports, type Page } from './exports.ts';
import { clientReader } from './clients.ts';
import { corsOf } from './cors.ts';
import { sendTagged } from './etags.ts';
import { requestIdOf } from './headers.ts';
import { Streams, type Hint, type Versioned } from './events.ts';
import { healthOf } from './health.ts';
import { assertHttp, methodsAt, notRouted, routeHeadAsGet, sendAllow, targetOf } from './methods.ts';
import { systemAliases, LIVENESS } from './system-routes.ts';
import { send, type Request, type Response } from './http.ts';
import { outsideTokens } from './outside-tokens.ts';
import { openapi } from './openapi.ts';
import { sendPage, type WebPage } from './pages.ts';
import { sendPdf, type SentPdf } from './pdf.ts';
import { paramsReader } from './params.ts';
import { problemPages } from './problem-pages.ts';
import { sendProblem } from './problems.ts';
import { Limits } from './rate-limits.ts';
import { rawProblem } from './refused.ts';
import { isExport, routesOf, type Route } from './routes.ts';
import { close, drainServer, listen, makeServer } from './server.ts';
import { programs, tokens } from './tokens.ts';

interface Gateway extends Admitting {
  server: Server;
  streams: Streams;
  methodsAt: (path: string) => string | undefined;
  observe: ObserveRequest;
  limits: Limits;
  always: ReturnType<typeof headersAlways>;
  cors: ReturnType<typeof corsOf>;
  httpHandler: (req: Request, res: Response) => Promise<void>;
  signedCallerOf(req: Request): Promise<string>;
  addRoute(route: object): void;
  regenerateAllAutoAliases: () => void;
  actions: {
    rest(params: { req: Request; res: Response }, options: { requestID: string }): Promise<unknown>;
  };
}

const schema = {
  name: 'gateway',
  // The first definition wins: otherwise anyone on the bus could add routes through moleculer-web's own actions.
  mixins: [{ actions: { listAliases: false, addRoute: false, removeRoute: false } }, ApiGateway],
  settings: {
    // The server is our own (server.ts): moleculer-web's has fixed limits, and ends the process when a port is taken.
    server: false,
    routes: null,
    logRequest: null,
    logRequestParams: null,
    logResponse: null,
    logRouteRegistration: null,
  },

  created(this: Gateway) {
    const { broker } = this;
    const settings = settingsOf(broker);
    const routes = routesOf(undefined, settings);
    this.routed = new Map(routes.map((route) => [route.name, { ...route, read: paramsReader(route) }]));
    const fetchKeys = () => broker.call<Result<'auth.jwks'>, object>('auth.jwks', {});
    const { oidc, operator_key } = settings;
    const outside = oidc ? { issuer: oidc.issuer, verify: outsideTokens(broker, oidc) } : undefined;
    this.identify = tokens({ fetchKeys, operator_key, readProgram: programs(broker), outside });
    this.authority = new Authority(broker, settings.caller_secret);
    this.clientOf = clientReader(settings.trusted_proxies, (message) => broker.logger.warn(message));
    this.observe = requestMetrics(broker);
    this.always = headersAlways(settings.public_url);
    this.cors = corsOf(settings.cors_origins);
    this.limits = new Limits(settings.rate_limits, settings.redis_url, (news) => broker.logger.warn(news));
    this.streams = new Streams(broker);
    this.exports = new Exports(broker);
    // No route is generated from services' own settings; the timer behind this would outlive the node.
    this.regenerateAllAutoAliases = () => {};
    this.addRoute({ ...base, name: 'contracts', aliases: aliasesOf(routes), onBeforeCall: admit });
    const health = healthOf(broker, routes, settings.disabled_services, () => this.limits.isShared);
    const documents = {
      '/openapi.json': openapi(routes, settings.public_url),
      '/asyncapi.json': asyncapi(settings.subscribers ?? {}),
    };
    const aliases = systemAliases(broker, health, documents, problemPages(routes));
    this.addRoute({ ...base, name: 'system', aliases, onBeforeCall: admitToOwn });
    this.methodsAt = methodsAt([...routes, ...Object.keys(aliases).map(routeNamed)]);
    this.server = makeServer(
      (req, res) => void this.httpHandler(req as Request, res),
      (code, isHead) => {
        this.observe('none', 'none', errors[code].status, 0);
        const allow = code === 'METHOD_NOT_ALLOWED' ? [['allow', this.methodsAt('*')!] as const] : [];
        return rawProblem(settings.public_url, code, [...this.always, ...allow], isHead);
      },
    );
  },

  async started(this: Gateway) {
    this.authority.start();
    const { host, port, shares_port } = settingsOf(this.broker);
    await listen(this.server, port, host, shares_port);
  },

  async stopped(this: Gateway) {
    this.streams.close();
    this.exports.close();
    this.limits.close();
    await close(this.server);
    await this.authority.stop();
  },

  events: {
    'stream.hint'(this: Gateway, { params }: { params: Hint }) {
      this.streams.hint(params);
    },
  },

  methods: {
    async httpHandler(this: Gateway, req: Request, res: Response) {
      const started_ms = stopwatch();
      const { method } = req;
      req.id = requestIdOf(req.headers);
      for (const [name, value] of this.always) res.setHeader(name, value);
      res.setHeader('x-request-id', req.id);
      this.cors(req, res);
      req.url = targetOf(req.url);
      const [path] = split(req.url);
      routeHeadAsGet(req);
      try {
        // Unavailable until all services are there, and once they begin to stop. Liveness is answered even then.
        if (!this.broker.started && path !== LIVENESS) throw fail('UNAVAILABLE');
        assertHttp(req);
        if (method === 'OPTIONS') {
          const allowed = this.methodsAt(path);
          if (!allowed) throw fail('ROUTE_NOT_FOUND');
          sendAllow(res, allowed);
        } else if ((await this.actions.rest({ req, res }, { requestID: req.id })) === null) {
          throw notRouted(res, this.methodsAt(path));
        }
      } catch (error) {
        // Before it was known who asks, or where: the address counts.
        const refusal = await this.count(req, res).then(
          () => error,
          (tooMany: unknown) => tooMany,
        );
        sendProblem(this.broker, req, res, refusal, this.routed.get(req.$alias?.action ?? ''));
      }
      const status = res.headersSent ? res.statusCode : 499;
      this.observe(req.$alias?.fullPath ?? 'none', method, status, stopwatch() - started_ms);
    },

    /** Counts a request once. Throws what the limits throw. */
    async count(this: Gateway, req: Request, res: Response, known: KnownOfRequest = {}) {
      if (req.isCounted || res.headersSent) return;
      req.isCounted = true;
      await this.limits.take(res, { address: this.clientOf(req).address, ...known });
    },

    drain(this: Gateway) {
      this.streams.close();
      this.exports.close();
      return drainServer(this.server);
    },

    /** Again, for what lasts longer than a call: what was taken meanwhile is gone. */
    async signedCallerOf(this: Gateway, { $identity }: Request) {
      return this.authority.sign(await this.authority.callerOf($identity!));
    },

    // moleculer-web's parser would turn `a[b]=c` into objects and `a=1&a=2` into lists.
    parseQueryString(req: Request) {
      const [url, query] = split(req.url);
      return { url, query };
    },

    sendResponse(this: Gateway, req: Request, res: Response, result: unknown) {
      const route = this.routed.get(req.$alias?.action ?? '');
      if (route?.contract.produces === 'text/event-stream')
        return this.streams.open(req, res, route, result as Versioned);
      if (route && isExport(route.contract))
        return this.exports.open(req, res, route, result as Page, () => this.signedCallerOf(req));
      if (route?.contract.produces === 'text/html') return sendPage(res, route.status, result as WebPage);
      if (route?.contract.produces === 'application/pdf') return sendPdf(res, result as SentPdf);
      const headers: Record<string, string> = {};
      if (route?.location) headers['location'] = route.location(result);
      // What a token was needed for stays in no cache: others use the same browser after it.
      if (route?.contract.secret || route?.contract.permission !== 'anyone')
        headers['cache-control'] = 'no-store';
      else if (req.$identity) headers['cache-control'] = 'private, no-cache';
      const max_age_s = route?.contract.max_age_s;
      if (max_age_s !== undefined) headers['cache-control'] = `public, max-age=${max_age_s}`;
      if (route?.status === 204) return void res.writeHead(204, headers).end();
      const body = JSON.stringify(result);
      if (route?.isTagged) return sendTagged(res, body, (result as Partial<Versioned>).version, headers);
      send(res, route?.status ?? 200, 'application/json', body, headers);
    },
  },
};

export default {
  name: 'gateway',
  database: false,
  subscriptions: [],
  timers: [],
  schema: schema as unknown as ServiceSchema,
} satisfies ServiceDefinition;

const base = {
  path: '/',
  mappingPolicy: 'restrict',
  bodyParsers: false,
  mergeParams: false,
  logging: false,
  pathToRegexpOptions: { sensitive: true },
};

function routeNamed(alias: string) {
  const [method = '', path = ''] = alias.split(' ');
  return { method, path };
}

const aliasesOf = (routes: readonly Route[]): Record<string, string> =>
  Object.fromEntries(routes.map(({ method, path, name }) => [`${method} ${path}`, name]));

function split(url: string): [path: string, query: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}
