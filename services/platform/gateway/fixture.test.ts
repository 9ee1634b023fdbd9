// A gateway on a port of its own, and stand-ins for services with contracted names, which reply as a test wants.
import { readConfig, type Config } from '#config';
import { noRateLimits } from '#config.door';
import { actions, type ActionName } from '#contracts';
import { createNode } from '#lib/broker';
import { action, type Action, type Ctx, type ServiceDefinition } from '#lib/service';
import { world } from '#lib/world';
import { permissionsOf } from '#test/callers';
import jwt from 'jsonwebtoken';
import type { BrokerOptions } from 'moleculer';
import { generateKeyPairSync } from 'node:crypto';
import {
  request,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type RequestOptions,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import gateway from './gateway.service.ts';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'a', use: 'sig', alg: 'ES256' };

export const user_id = world.newId();
const admin_id = world.newId();

/** An authorization header. */
export const bearer = (role: 'member' | 'admin' = 'member'): string =>
  `Bearer ${jwt.sign({ sid: 's', jti: 'j' }, keys.privateKey, {
    algorithm: 'ES256',
    keyid: 'a',
    issuer: 'commonweal',
    audience: 'commonweal',
    subject: role === 'admin' ? admin_id : user_id,
    expiresIn: 900,
  })}`;

export type Handler = (ctx: Ctx<Record<string, unknown>>) => Promise<unknown>;

export type TestGateway = Awaited<ReturnType<typeof startGateway>>;

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: Record<string, unknown>;
}

/** `handlers` may be changed while it runs; an action without one replies with an empty object. `missing` ones do not exist. */
export async function startGateway(
  options: BrokerOptions = {},
  { missing = [], ...settings }: { missing?: ActionName[] } & Partial<Config> = {},
) {
  const handlers: Partial<Record<ActionName, Handler>> = {};
  const health = { check: async (_service: string): Promise<unknown> => null };
  const logged: string[] = [];
  const node = createNode(
    {
      logger: false,
      validator: false,
      tracking: { enabled: true },
      requestTimeout: 1000,
      ...options,
    },
    {
      ...readConfig({}),
      port: 0,
      databases: {},
      link_secret: '',
      caller_secret: 'c',
      // All clients of a test have one address.
      rate_limits: noRateLimits,
      ...settings,
      sandbox_webhook_secrets: [],
    },
    [...standIns(handlers, health, missing), gateway],
  );
  node.logger.error = (...parts: unknown[]) => void logged.push(parts.map(String).join(' '));
  await node.start();
  const server = (node.getLocalService('gateway') as unknown as { server: Server }).server;
  const { port } = server.address() as AddressInfo;

  return {
    node,
    server,
    port,
    url: `http://127.0.0.1:${port}`,
    handlers,
    health,
    logged,
    /** One request on a connection of its own. */
    ask: (method: string, path: string, headers: OutgoingHttpHeaders = {}, body: string | Buffer = '') =>
      ask({ method, path, headers, port, agent: false }, body),
    /** The same, signed in, with a key and a JSON body. */
    askSignedIn(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
      const all = {
        authorization: bearer(),
        'idempotency-key': 'k',
        'content-type': 'application/json',
        ...headers,
      };
      return this.ask(method, path, all, body && JSON.stringify(body));
    },
  };
}

function standIns(
  handlers: Partial<Record<ActionName, Handler>>,
  health: { check(service: string): Promise<unknown> },
  missing: ActionName[],
): ServiceDefinition[] {
  handlers['auth.jwks'] = async () => ({ keys: [jwk] });
  handlers['auth.revocations'] = async () => ({
    seq: 0,
    reset: false,
    login_sessions: [],
    access_tokens: [],
    users: [],
  });
  handlers['permissions.read_changes'] = async () => ({ seq: 0, user_ids: [], everybody: false });
  handlers['permissions.read_effective'] = async ({ params }) => ({
    permissions: [...permissionsOf(params['user_id'] === admin_id ? 'admin' : 'member')],
    scoped: [],
    until: null,
  });
  const names = (Object.keys(actions) as ActionName[]).filter((name) => !missing.includes(name));
  const byService = Map.groupBy(names, (name) => name.slice(0, name.indexOf('.')));
  return [...byService].map(([service, ofService]) => ({
    name: service,
    database: false,
    subscriptions: [],
    timers: [],
    schema: {
      name: service,
      actions: {
        health: { handler: () => health.check(service) },
        ...Object.fromEntries(ofService.map((name) => [verbOf(name), standIn(name, handlers)])),
      },
    },
  }));
}

const verbOf = (name: string) => name.slice(name.indexOf('.') + 1);

// The real wrapper: permissions and params are checked as in any service.
function standIn(name: ActionName, handlers: Partial<Record<ActionName, Handler>>): Pick<Action, 'handler'> {
  const answer = async (ctx: object) => (await handlers[name]?.(ctx as never)) ?? {};
  return { handler: action(name, answer).handler };
}

/** Node's client would send a body with GET without announcing it: it would be read as another request. */
export function ask(
  { headers = {}, ...options }: RequestOptions & { headers?: OutgoingHttpHeaders },
  body: string | Buffer = '',
): Promise<Answer> {
  const length = headers['transfer-encoding'] ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const all = { host: '127.0.0.1', ...options, headers: { ...length, ...headers } };
    const req = request(all, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = text !== '' && res.headers['content-type']?.includes('json');
        const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
        resolve({ status: res.statusCode!, headers: res.headers, text, json });
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}
