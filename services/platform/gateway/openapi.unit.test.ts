import { actions, errors, type ActionContract } from '#contracts';
import { expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openapi } from './openapi.ts';
import { routesOf } from './routes.ts';

interface Answer {
  description: string;
  headers: object;
  content: object;
}

interface Operation {
  operationId: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: {
    required: boolean;
    content: Record<string, { schema?: { properties: object; required: string[] } }>;
  };
  responses: Record<string, Answer>;
}

const routes = routesOf(undefined, { disabled_services: [] });
const document = JSON.parse(openapi(routes, 'https://api.example.org')) as {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: { Problem: { properties: { code: { enum: string[] } } } };
    responses: Record<string, Answer>;
  };
};
const operations = Object.values(document.paths)
  .flatMap((path) => Object.values(path))
  .map((operation) => ({
    ...operation,
    responses: Object.fromEntries(Object.entries(operation.responses).map(([s, it]) => [s, whole(it)])),
  }));

/** An answer that is described once for many routes. */
function whole(answer: Answer | { $ref: string }): Answer {
  return '$ref' in answer ? document.components.responses[answer.$ref.split('/').at(-1)!]! : answer;
}

const operationOf = (name: string) => operations.find(({ operationId }) => operationId === name)!;

test('the description of the API is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  await expect(validator.validate(document)).resolves.toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('every action with a route is described, and no other', () => {
  const contracts: Record<string, ActionContract> = actions;
  const routed = Object.keys(contracts).filter((name) => contracts[name]!.route);
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routed.sort());
});

test('every error code is in the description of a problem, and every refusal lists its codes', () => {
  expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(errors));
  const { responses } = operationOf('pledges.create');
  expect(Object.keys(responses)).toEqual([
    '201',
    '400',
    '401',
    '403',
    '404',
    '408',
    '409',
    '413',
    '414',
    '415',
    '417',
    '422',
    '429',
    '431',
    '500',
    '503',
    '504',
  ]);
  expect(responses['404']!.description).toBe('CAMPAIGN_NOT_FOUND: No such campaign.');
  expect(responses['400']!.description).toContain('IDEMPOTENCY_KEY_REQUIRED');
  // A login does not ask for a sign-in.
  expect(operationOf('auth.login').responses['401']!.description).not.toContain('SIGN_IN_REQUIRED');
});

test('each field is described in its place', () => {
  const { parameters, requestBody } = operationOf('pledges.create');
  expect(parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: true }]);
  const { schema } = requestBody!.content['application/json']!;
  expect(Object.keys(schema!.properties)).toEqual([
    'campaign_id',
    'amount',
    'currency',
    'donor',
    'message',
    'anonymous',
    'challenge_token',
    'cover_fees',
  ]);
  expect(schema!.required).toEqual(['campaign_id', 'amount', 'currency']);

  expect(operationOf('payments.list_payouts').parameters).toMatchObject([
    { name: 'cursor', in: 'query', required: false },
    { name: 'limit', in: 'query', required: false },
    { name: 'beneficiary', in: 'query', required: false },
    { name: 'If-None-Match', in: 'header', required: false },
  ]);
  expect(operationOf('pledges.cancel').parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: false },
    { name: 'If-Match', in: 'header', required: false },
  ]);
  expect(operationOf('payments.receive_webhook').requestBody!.content).toEqual({ '*/*': {} });
});

test('a token is required where the contract asks for a permission', () => {
  expect(operationOf('campaigns.create').security).toEqual([{ token: [] }]);
  expect(operationOf('pledges.create').security).toEqual([{}, { token: [] }]);
  expect(operationOf('auth.login').security).toEqual([]);
});

test('a page, its forms, a stream and an accepted request are described as they are answered', () => {
  const contentOf = (name: string, status: string) =>
    Object.keys(operationOf(name).responses[status]!.content);
  expect(contentOf('sandbox.page', '200')).toEqual(['text/html']);
  expect(contentOf('sandbox.page', '404')).toEqual(['application/problem+json', 'text/html']);
  expect(contentOf('payments.checkout', '404')).toEqual(['application/problem+json', 'text/html']);
  expect(contentOf('totals.stream', '200')).toEqual(['text/event-stream']);
  expect(contentOf('sandbox.get', '404')).toEqual(['application/problem+json']);
  const { requestBody, responses } = operationOf('sandbox.pay');
  const { schema } = requestBody!.content['application/x-www-form-urlencoded']!;
  expect(Object.keys(schema!.properties)).toEqual(['duplicate', 'delay_s', 'reorder']);
  expect(responses['403']!.description).toMatch(/^FORM_NOT_OURS: /);
  expect(contentOf('payments.capture', '202')).toEqual(['application/json']);
});

test('a stream of events is described as one, and how it continues', () => {
  const { parameters, responses } = operationOf('totals.stream');
  expect(Object.keys(responses['200']!.content)).toEqual(['text/event-stream']);
  expect(parameters).toMatchObject([
    { name: 'campaign_id', in: 'path' },
    { name: 'Last-Event-ID', in: 'header', required: false },
  ]);
});

test('an export is described with its types and columns, and without the cursor that only the gateway sends', () => {
  const { parameters, responses } = operationOf('payments.export_ledger');
  const { content } = responses['200'] as { content: Record<string, { schema: { description: string } }> };
  expect(Object.keys(content)).toEqual(['text/csv', 'application/jsonl']);
  expect(content['text/csv']!.schema.description).toMatch(/ amount, amount_decimal, currency, at\.$/);
  expect(content['application/jsonl']!.schema.description).toMatch(/ amount, currency, at\.$/);
  expect(parameters.map(({ name }) => name)).toEqual(['from', 'to', 'format']);
  expect(responses['429']!.description).toMatch(/EXPORTS_UNDER_WAY: /);
});

test('what is read has an ETag, and can be asked for again', () => {
  const { parameters, responses } = operationOf('campaigns.get');
  expect(parameters.map(({ name }) => name)).toEqual(['id', 'If-None-Match']);
  expect(responses['200']!.headers).toHaveProperty('ETag');
  expect(responses['304']).toMatchObject({ headers: { ETag: {} } });
  expect(responses['304']).not.toHaveProperty('content');
  expect(operationOf('campaigns.update').responses['200']!.headers).toHaveProperty('ETag');
  for (const name of ['campaigns.update', 'campaigns.publish', 'totals.stream', 'receipts.pdf'])
    expect(operationOf(name).responses).not.toHaveProperty('304');
});

test('what no route answers is described for all of them', () => {
  const { ROUTE_NOT_FOUND, METHOD_NOT_ALLOWED } = document.components.responses;
  expect(ROUTE_NOT_FOUND!.description).toBe('ROUTE_NOT_FOUND: No such route.');
  expect(METHOD_NOT_ALLOWED!.headers).toHaveProperty('Allow');
});
