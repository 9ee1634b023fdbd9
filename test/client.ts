// A client of the HTTP API for tests. It checks every response against the contracts, so that each test checks those too.
import { actions, type ActionContract, type ActionName, type Params, type Result } from '#contracts';
import { exportTypes } from '#contracts/define';
import { world } from '#lib/world';
import { Value } from '@sinclair/typebox/value';
import { Webhook } from 'standardwebhooks';

/** A response: `body` is its JSON, the `html` and `csp` of a page, the `pdf` of a file, the rows of JSON Lines as `data`, or else its text. */
export interface Answer<T = Json> {
  status: number;
  headers: Headers;
  body: T;
}

export type Json = Record<string, unknown>;

/** Options of a request. A `body` that is text or bytes is sent as it is, anything else as JSON. */
export interface Sending {
  body?: unknown;
  headers?: Record<string, string>;
  idempotency_key?: string;
}

export type Client = ReturnType<typeof client>;

/** A client of the platform at `url`, signed in with `token`. Redirects are returned, not followed. */
export function client(url: string, token?: string) {
  async function send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const { body, headers = {}, idempotency_key } = sending;
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(idempotency_key === undefined ? {} : { 'idempotency-key': idempotency_key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asSent(body) }),
    });
    const answer = {
      status: response.status,
      headers: response.headers,
      body: read(Buffer.from(await response.arrayBuffer()), response.headers),
    };
    hold(method, path, answer);
    return answer;
  }

  return {
    url,
    send,
    get: (path: string, sending?: Sending) => send('GET', path, sending),
    post: (path: string, body?: unknown, sending?: Sending) =>
      send('POST', path, { ...(body === undefined ? {} : { body }), ...sending }),

    /** Asks for a contracted action by its route, with any params. */
    ask(name: ActionName, params: Json, sending: Sending = {}): Promise<Answer> {
      const { method, path, rest, isForm } = requestFor(name, params);
      return method === 'GET'
        ? send(method, path + queryOf(rest), sending)
        : send(method, path, { ...(isForm ? formOf(rest) : { body: rest }), ...sending });
    },

    /** The same, with good ones. Returns its result; a refusal throws an Error with the problem. */
    async call<N extends ActionName>(name: N, params: Params<N>, sending: Sending = {}): Promise<Result<N>> {
      const answer = await this.ask(name, params, sending);
      if (answer.status >= 400) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },

    /** The same client for a new user. */
    async register(name = 'Ann') {
      const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}`, name };
      const { access_token, user } = await this.call('auth.register', account);
      return { ...client(url, access_token), user };
    },

    /** The same client for an existing user. */
    async login(email: string, password: string) {
      return client(url, (await this.call('auth.login', { email, password })).access_token);
    },
  };
}

/** A webhook to send. */
export interface Reported {
  payment_id: string;
  type: string;
  amount?: number;
  currency?: string;
  refund_id?: string;
  dispute_id?: string;
}

/** The sandbox provider as the platform sees it: it knows the secret, and reports over HTTP. */
export function provider(url: string, secret: string) {
  const api = client(url);
  const signer = new Webhook(secret);

  /** Sends a body with a good signature; `headers` replace it with bad ones. */
  async function deliver(
    body: string,
    { webhook_id = world.newId(), sent_ms = world.nowMs(), headers = {} } = {},
  ) {
    const signed = {
      'webhook-id': webhook_id,
      'webhook-timestamp': String(Math.floor(sent_ms / 1000)),
      'webhook-signature': signer.sign(webhook_id, new Date(sent_ms), body),
    };
    return api.post('/api/payments/webhooks/sandbox', body, { headers: { ...signed, ...headers } });
  }

  return {
    deliver,
    /** Reports 1,000 EUR by default. */
    report: ({ type, ...data }: Reported, webhook_id: string = world.newId()) =>
      deliver(
        JSON.stringify({ type, timestamp: world.now(), data: { amount: 1000, currency: 'EUR', ...data } }),
        { webhook_id },
      ),
    /** Follows a donor's payment link to the provider; returns the payment's id. */
    async open(payment_url: string): Promise<string> {
      const { status, headers } = await api.get(new URL(payment_url).pathname);
      if (status !== 303) throw new Error(`${payment_url} leads nowhere: ${status}`);
      return headers.get('location')!.split('/').at(-1)!;
    },
  };
}

interface Routed {
  contract: ActionContract;
  method: string;
  pattern: RegExp;
}

const routes: Routed[] = Object.values(actions as Record<string, ActionContract>).flatMap((contract) => {
  const [method, path] = contract.route?.split(' ') ?? [];
  if (!method || !path) return [];
  return [{ contract, method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }];
});

/** Throws when a response differs from its contract, or a refusal is no problem document (RFC 9457). */
function hold(method: string, path: string, { status, headers, body }: Answer): void {
  const what = `${method} ${path} answered ${status} ${JSON.stringify(body)}`;
  if (status >= 400) {
    const type = headers.get('content-type');
    const isProblem = type === 'application/problem+json' && body['status'] === status;
    if (!isProblem || typeof body['code'] !== 'string' || !body['request_id'])
      throw new Error(`${what} as ${type}: that is no problem document`);
    return;
  }
  const { pathname } = new URL(path, 'http://any');
  const contract = routes.find((route) => route.method === method && route.pattern.test(pathname))?.contract;
  if (!contract) return;
  const wanted = contract.status ?? 200;
  if (status !== wanted) throw new Error(`${what}: its contract says ${wanted}`);
  if (status === 204) {
    if (body['text'] !== '') throw new Error(`${what}: that is something`);
    return;
  }
  if (headers.get('content-type')?.startsWith('text/csv') && contract.produces === exportTypes) return;
  const [mistake] = Value.Errors(contract.document ?? contract.result, body);
  if (mistake) throw new Error(`${what}: ${mistake.path} ${mistake.message}`);
}

function requestFor(name: ActionName, params: Json) {
  const { route, consumes } = actions[name] as ActionContract;
  if (!route) throw new Error(`No route leads to ${name}`);
  const [method, pattern] = route.split(' ') as [string, string];
  const rest = { ...params };
  const path = pattern.replaceAll(/:(\w+)/g, (_, field: string) => {
    delete rest[field];
    return encodeURIComponent(String(params[field]));
  });
  return { method, path, rest, isForm: consumes === 'application/x-www-form-urlencoded' };
}

function queryOf(params: Json): string {
  const pairs = pairsOf(params);
  return pairs === '' ? '' : `?${pairs}`;
}

const formOf = (params: Json): Sending => ({
  body: pairsOf(params),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

const pairsOf = (params: Json): string =>
  new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString();

const asSent = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array
    ? (body as string | Uint8Array<ArrayBuffer>)
    : JSON.stringify(body);

function read(sent: Buffer, headers: Headers): Json {
  if (headers.get('content-type') === 'application/pdf')
    return { pdf: sent.toString('base64'), file_name: fileNameIn(headers.get('content-disposition')) };
  const text = sent.toString();
  if (headers.get('content-type')?.startsWith('text/html'))
    return { html: text, csp: headers.get('content-security-policy') };
  if (headers.get('content-type') === 'application/jsonl')
    return {
      data: text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Json),
      next_cursor: null,
    };
  try {
    return JSON.parse(text) as Json;
  } catch {
    return { text };
  }
}

const fileNameIn = (disposition: string | null) => /^inline; filename="(.+)"$/.exec(disposition ?? '')?.[1];
