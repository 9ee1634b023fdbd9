// A server with Stripe's published wire format (docs.stripe.com/api), for the official library to call. It isn't Stripe: it
// knows what the platform uses, and can fail on demand as networks and providers do.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { stripeAccount, type Account } from './account.ts';
import { Refusal, type Form } from './form.ts';
import { newId, nowSeconds } from './objects.ts';

/**
 * How requests fail: `lost`: done, and the connection breaks before the response; `silent`: done, and no response comes;
 * `down`: the connection breaks before anything is done; `fault`: 500; `busy`: 429; `in_use`: 409, the first is still under way.
 */
export type Trouble = 'lost' | 'silent' | 'down' | 'fault' | 'busy' | 'in_use';

export type StripeServer = Awaited<ReturnType<typeof startStripe>>;

export const SECRET_KEY = 'sk_test_local';

interface Answer {
  status: number;
  body: object;
}

/** Starts it on a free port. */
export async function startStripe() {
  const events: Stripe.Event[] = [];
  const account = stripeAccount((event) => events.push(event));
  const requests: string[] = [];
  const replies = new Map<string, { asked: string; answer: Answer }>();
  let trouble: { what: Trouble; times: number; method: string | undefined } | undefined;

  function troubled(method: string | undefined): Trouble | undefined {
    if (!trouble || trouble.times === 0 || (trouble.method ?? method) !== method) return undefined;
    trouble.times -= 1;
    return trouble.what;
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    requests.push(`${req.method} ${req.url}`);
    const what = troubled(req.method);
    if (what === 'down') return void req.socket.destroy();
    const refusal = what && REFUSALS.get(what);
    const key = req.headers['idempotency-key'];
    const {
      status,
      body: answer,
      replayed,
    } = refusal
      ? { ...asAnswer(refusal), replayed: false }
      : once(
          replies,
          `${req.method} ${req.url} ${body}`,
          req.method === 'POST' ? String(key) : undefined,
          () => answerTo(account, req, body),
        );
    if (what === 'lost') return void req.socket.destroy();
    if (what === 'silent') return;
    res.writeHead(status, {
      'content-type': 'application/json',
      'request-id': newId('req'),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
      // Stripe stores the response of a 500 too: the same key would get the same response.
      ...(what === 'fault' ? { 'stripe-should-retry': 'false' } : {}),
    });
    res.end(JSON.stringify(answer));
  }

  const server = createServer((req, res) => void serve(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account,
    /** All events, in order. */
    events,
    /** `POST /v1/payment_intents` and so on, in order. */
    requests,
    /** Makes the next requests fail; those of `method`, or any. */
    trouble(what: Trouble, times = 1, method?: string) {
      trouble = { what, times, method };
    },
    /** As after a day: responses to idempotency keys are forgotten. */
    forgetKeys: () => replies.clear(),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The header of a webhook: docs.stripe.com/webhooks#verify-manually. Several secrets sign while one is rolled. */
export function signatureOf(body: string, secrets: string[], at_s = nowSeconds()): string {
  const sign = (secret: string) => createHmac('sha256', secret).update(`${at_s}.${body}`).digest('hex');
  return [`t=${at_s}`, ...secrets.map((secret) => `v1=${sign(secret)}`)].join(',');
}

/** Sends an event to a platform as Stripe does; returns the status of the response. */
export async function deliver(platform_url: string, secret: string, event: object): Promise<number> {
  const body = JSON.stringify(event, null, 2);
  const { status } = await fetch(`${platform_url}/api/payments/webhooks/stripe`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com)',
      'stripe-signature': signatureOf(body, [secret]),
    },
    body,
  });
  return status;
}

const REFUSALS = new Map<Trouble, Refusal>([
  ['fault', new Refusal(500, { type: 'api_error', message: 'An unknown error occurred' })],
  ['busy', new Refusal(429, { code: 'rate_limit', message: 'Too many requests' })],
  ['in_use', new Refusal(409, { code: 'idempotency_key_in_use', message: 'Another request is in progress' })],
]);

/** Repeats the response to an idempotency key; other parameters with the same key are refused. */
function once(
  replies: Map<string, { asked: string; answer: Answer }>,
  asked: string,
  key: string | undefined,
  work: () => Answer,
) {
  const known = key === undefined ? undefined : replies.get(key);
  if (known && known.asked !== asked)
    return {
      ...asAnswer(new Refusal(400, { type: 'idempotency_error', message: MISUSED })),
      replayed: false,
    };
  if (known) return { ...known.answer, replayed: true };
  const answer = work();
  // As it is now: the object may change later.
  if (key !== undefined) replies.set(key, { asked, answer: structuredClone(answer) });
  return { ...answer, replayed: false };
}

const MISUSED =
  'Keys for idempotent requests can only be used with the same parameters they were first used with.';

function answerTo(account: Account, req: IncomingMessage, body: string): Answer {
  try {
    if (req.headers.authorization !== `Bearer ${SECRET_KEY}`)
      throw new Refusal(401, { message: 'Invalid API Key provided' });
    const { pathname, searchParams } = new URL(req.url!, 'http://any');
    return { status: 200, body: route(account, `${req.method} ${pathname}`, formOf(body), searchParams) };
  } catch (error) {
    if (error instanceof Refusal) return asAnswer(error);
    throw error;
  }
}

function route({ api, refund_status }: Account, path: string, form: Form, asked: URLSearchParams): object {
  const [, verb, id = '', action] =
    /^(GET|POST) \/v1\/payment_intents(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? [];
  const expand = [...asked].filter(([name]) => name.startsWith('expand[')).map(([, value]) => value);
  const wallet = api.wallets(path, form);
  if (wallet) return wallet;
  if (path === 'GET /v1/payment_intents')
    return pageOf(path, api.intentsOf(asked.get('customer') ?? ''), asked);
  if (verb === 'POST' && !id) return api.create(form);
  if (verb === 'GET' && id) return api.retrieve(id, expand);
  if (action === 'capture') return api.capture(id);
  if (action === 'cancel') return api.cancel(id);
  if (path === 'POST /v1/refunds') return api.refund(form, refund_status);
  const [, kind, named = ''] = /^GET \/v1\/(charge|dispute|refund)s\/(\w+)$/.exec(path) ?? [];
  if (kind === 'charge') return api.charge(named);
  if (kind === 'dispute') return api.dispute(named);
  if (kind === 'refund') return api.refundById(named);
  const payment_intent = asked.get('payment_intent') ?? '';
  if (path === 'GET /v1/refunds') return pageOf(path, api.refundsOf(payment_intent), asked);
  if (path === 'GET /v1/disputes') return pageOf(path, api.disputesOf(payment_intent), asked);
  throw new Refusal(404, { message: `Unrecognized request URL (${path}).` });
}

/** A page of a list, newest first: docs.stripe.com/api/pagination. */
function pageOf(path: string, all: { id: string }[], asked: URLSearchParams): object {
  const limit = Number(asked.get('limit') ?? 10);
  const from = all.findIndex(({ id }) => id === asked.get('starting_after')) + 1;
  const data = all.slice(from, from + limit);
  return { object: 'list', data, has_more: from + limit < all.length, url: path.split(' ')[1] };
}

const asAnswer = ({ status, error }: Refusal): Answer => ({ status, body: { error } });

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** `metadata[refund_id]=1` is { metadata: { refund_id: '1' } }. */
function formOf(body: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split(/[[\]]+/).filter(Boolean);
    const last = path.pop()!;
    const place = path.reduce<Form>((at, field) => (at[field] ??= {}) as Form, form);
    place[last] = value;
  }
  return form;
}
