// What the platform answers, held against what /openapi.json says of it: clients are generated from that.
import { world } from '#lib/world';
import { startFundraising, type Fundraising } from '#test/fundraising';
import { until } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Answer {
  $ref?: string;
  headers: Record<string, { $ref: string }>;
  content: Record<string, { schema: object }>;
}
type Operation = { operationId: string; responses: Record<string, Answer> };

let it: Fundraising;
let document: {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
};
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

beforeAll(async () => {
  it = await startFundraising();
  document = (await (await fetch(`${it.platform.url}/openapi.json`)).json()) as typeof document;
  ajv.addSchema(document, 'api');
});
afterAll(() => it?.platform.stop());

/** The operations whose answers were checked. */
const seen = new Set<string>();

/** Sends a request as it is, and throws where its answer is not as described. */
async function ask(method: string, path: string, { token = '', body, headers = {} }: Asking = {}) {
  const response = await fetch(`${it.platform.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type')!.split(';')[0]!;
  const [template, operation] = operationOf(method, path);
  const described = operation.responses[response.status];
  const what = `${method} ${template} answered ${response.status} ${type} ${text.slice(0, 500)}`;
  if (!described) throw new Error(`${what}, which is not described`);
  hold(what, described, type, text, response.headers);
  seen.add(`${operation.operationId} ${response.status}`);
  return {
    status: response.status,
    body: (type.endsWith('json') ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

interface Asking {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

function hold(what: string, described: Answer, type: string, text: string, headers: Headers): void {
  const answer = described.$ref ? (at(described.$ref) as Answer) : described;
  const content = answer.content[type];
  if (!content) throw new Error(`${what}: described are ${Object.keys(answer.content).join(', ')}`);
  for (const [name, { $ref }] of Object.entries(answer.headers))
    if ((at($ref) as { required?: boolean }).required && !headers.has(name))
      throw new Error(`${what} without ${name}`);
  const value: unknown = type.endsWith('json') ? JSON.parse(text) : text;
  if (!ajv.validate(absolute(content.schema), value)) throw new Error(`${what}: ${ajv.errorsText()}`);
}

const at = (ref: string): object =>
  ref
    .split('/')
    .slice(1)
    .reduce((node, field) => (node as Record<string, object>)[field]!, document as object);

/** References in a part of the document, as from outside of it. */
const absolute = (schema: object) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"api#/')) as object;

function operationOf(method: string, path: string): [string, Operation] {
  const { pathname } = new URL(path, 'http://any');
  const fits = (template: string) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  const found = Object.entries(document.paths)
    .filter(([template, operations]) => fits(template) && method.toLowerCase() in operations)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)[0];
  if (!found) throw new Error(`${method} ${path} is not described`);
  return [found[0], found[1][method.toLowerCase()]!];
}

test('every answer of a donation is as it is described, from the account to the receipt', async () => {
  const key = () => ({ 'idempotency-key': world.newId() });
  const account = { email: `${world.newId()}@example.org`, password: `pass ${world.newId()}`, name: 'Ada' };
  const { body: registered } = await ask('POST', '/api/auth/register', { body: account });
  await ask('POST', '/api/auth/refresh', { body: { refresh_token: registered['refresh_token'] } });
  const { body: signedIn } = await ask('POST', '/api/auth/login', {
    body: { email: account.email, password: account.password },
  });
  const token = String(signedIn['access_token']);
  await ask('GET', '/api/users/me', { token });
  await ask('POST', '/api/users/me/verification', { token, body: {} });
  await ask('GET', '/.well-known/jwks.json');

  const draft = { title: 'A well', description: 'Clean water', goal_amount: 100_000, currency: 'EUR' };
  const { body: campaign } = await ask('POST', '/api/campaigns', { token, body: draft, headers: key() });
  const id = String(campaign['id']);
  await ask('PATCH', `/api/campaigns/${id}`, { token, body: { title: 'Two wells' } });
  await ask('POST', `/api/campaigns/${id}/publish`, { token, body: {} });
  await ask('GET', `/api/campaigns/${id}`);
  await ask('GET', '/api/campaigns?limit=2&status=PUBLISHED');

  const wish = { campaign_id: id, amount: 2500, currency: 'EUR', message: 'Good luck' };
  const { body: made } = await ask('POST', '/api/pledges', { token, body: wish, headers: key() });
  const pledge_id = String(made['pledge_id']);
  const payment_id = await it.provider.open(String(made['payment_url']));
  await it.provider.report({ type: 'payment.captured', payment_id, amount: 2500 });
  const total = async () => (await ask('GET', `/api/campaigns/${id}/totals`)).body['total'];
  await until(async () => (await total()) === 2500);
  await ask('GET', `/api/pledges/${pledge_id}`, { token });
  await ask('GET', '/api/pledges', { token });
  await ask('GET', `/api/campaigns/${id}/donors`);
  await ask('GET', `/api/balances/campaign:${id}`, { token });
  await until(
    async () => ((await ask('GET', '/api/receipts', { token })).body['data'] as unknown[]).length > 0,
  );
  const monthly = { campaign_id: id, amount: 1000, currency: 'EUR', interval: 'month' };
  await ask('POST', '/api/subscriptions', { token, body: monthly, headers: key() });
  await ask('GET', '/api/subscriptions', { token });
  await ask('GET', `/api/campaigns/${id}/exports/donors`, { token });
  await ask('GET', `/api/campaigns/${id}/exports/donors?format=jsonl`, { token });
  await ask('POST', `/api/pledges/${pledge_id}/refunds`, { token, body: { amount: 500 }, headers: key() });
  await ask('GET', `/pay/${pledge_id}`, { token });
  expect([...seen].filter((one) => / [45]/.test(one))).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
});

test('every refusal on the way is as it is described', async () => {
  const unknown = world.newId();
  const { body } = await ask('POST', '/api/auth/register', {
    body: { email: `${unknown}@example.org`, password: 'correct horse battery', name: 'Bob' },
  });
  const token = String(body['access_token']);
  const wish = { campaign_id: unknown, amount: 2500, currency: 'EUR' };
  const refusals: [number, string, string, Asking][] = [
    [
      400,
      'POST',
      '/api/pledges',
      { token, body: { ...wish, amount: 0 }, headers: { 'idempotency-key': 'a' } },
    ],
    [400, 'POST', '/api/pledges', { token, body: wish }],
    [400, 'POST', '/api/campaigns', { token, body: '{"title":' }],
    [400, 'GET', '/api/campaigns?colour=red', {}],
    [401, 'POST', '/api/auth/login', { body: { email: 'nobody@example.org', password: 'wrong' } }],
    [401, 'GET', '/api/users/me', {}],
    [401, 'GET', '/api/users/me', { token: 'a.b.c' }],
    [403, 'GET', '/api/ops/outbox', { token }],
    [404, 'POST', '/api/pledges', { token, body: wish, headers: { 'idempotency-key': 'b' } }],
    [404, 'GET', `/api/campaigns/${unknown}`, {}],
    [404, 'GET', `/pay/${unknown}`, {}],
    [404, 'GET', `/pay/${unknown}`, { headers: { accept: 'text/html' } }],
    [
      409,
      'POST',
      '/api/auth/register',
      { body: { email: `${unknown}@example.org`, password: 'correct horse battery', name: 'Bob' } },
    ],
    [413, 'POST', '/api/campaigns', { token, body: { title: 'x'.repeat(200_000) } }],
    [
      422,
      'POST',
      `/api/campaigns`,
      {
        token,
        body: { title: 'A', description: '', goal_amount: 100, currency: 'EUR' },
        headers: { 'idempotency-key': 'c' },
      },
    ],
  ];
  await ask('POST', '/api/campaigns', {
    token,
    body: { title: 'B', description: '', goal_amount: 100, currency: 'EUR' },
    headers: { 'idempotency-key': 'c' },
  });
  for (const [status, method, path, asking] of refusals)
    expect([method, path, (await ask(method, path, asking)).status]).toEqual([method, path, status]);
});
