// What a request may set is what its route takes: no field of an answer, no prototype, no second id.
import { OPERATOR_KEY, startTestPlatform, type TestPlatform } from '#test/platform';
import { actions, type ActionContract } from '#contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openapi } from '../../services/platform/gateway/openapi.ts';
import { routesOf } from '../../services/platform/gateway/routes.ts';
import type { DrawnRequest } from './drawn-request.ts';
import { fittingRequest } from './request-drawing.ts';
import { sender, written } from './http-request.ts';
import { KnownValues } from './known-values.ts';
import { operationsOf, type ApiDocument, type ApiOperation, type ApiSchema } from './operations.ts';

let platform: TestPlatform;
let to: ReturnType<typeof sender>;
beforeAll(async () => {
  platform = await startTestPlatform();
  to = sender(platform.url);
});
afterAll(async () => {
  to?.close();
  await platform?.stop();
});

const document = JSON.parse(
  openapi(routesOf(undefined, { disabled_services: [] }), 'http://any'),
) as ApiDocument;
const operations = operationsOf(document);
const named = (those: ApiOperation[]) => those.map((one) => [`${one.method} ${one.path}`, one] as const);

/** The names of all fields that any answer has, at any depth. */
const answered = new Set(
  operations.flatMap(({ responses }) => Object.values(responses).flatMap(fieldsOfAnswer)),
);

function fieldsOfAnswer({ content = {} }: ApiOperation['responses'][string]): string[] {
  return Object.values(content).flatMap(({ schema }) => fieldsOf(schema));
}

function fieldsOf({ properties = {}, items, anyOf = [] }: ApiSchema): string[] {
  const within = [...Object.values(properties), ...(items ? [items] : []), ...anyOf];
  return [...Object.keys(properties), ...within.flatMap(fieldsOf)];
}

const PROTOTYPES = ['__proto__', 'constructor', 'prototype'];

/** A request of an admin's program that fits its description; what it is about need not exist. */
function requestOf(operation: ApiOperation): DrawnRequest {
  const [drawn] = fc.sample(fittingRequest(operation), { seed: 1, numRuns: 1 });
  const parts = new KnownValues().fill(drawn!.parts) as DrawnRequest['parts'];
  return { ...drawn!, parts: { ...parts, headers: { ...parts.headers, accept: 'application/json' } } };
}

async function answerTo({ parts, ...request }: DrawnRequest, changes: Partial<DrawnRequest['parts']>) {
  const { status, body } = await to.send(
    written({ ...request, parts: { ...parts, ...changes } }, OPERATOR_KEY),
  );
  if (status < 400) return { status, code: '', pointers: [], rest: body };
  const { request_id: _, code, errors = [], ...rest } = JSON.parse(body) as Problem;
  return { status, code, pointers: errors.map(({ pointer }) => pointer), rest };
}
interface Problem {
  code: string;
  request_id: string;
  errors?: { pointer: string }[];
}

const taking = operations.filter(({ requestBody }) => Object.values(requestBody?.content ?? {})[0]?.schema);

test('the fields of all answers are known, and so are the routes that take a body', () => {
  expect([...answered]).toEqual(
    expect.arrayContaining([
      'id',
      'owner_id',
      'user_id',
      'status',
      'roles',
      'permissions',
      'created_at',
      'total',
      'version',
    ]),
  );
  const isTaking = ({ route, consumes }: ActionContract) =>
    route && !route.startsWith('GET ') && consumes !== '*/*';
  expect(taking).toHaveLength(Object.values<ActionContract>(actions).filter(isTaking).length);
});

test.each(named(taking))('%s takes no field but its own', async (_, operation) => {
  const request = requestOf(operation);
  const [[type, { schema }]] = Object.entries(operation.requestBody!.content) as [
    [string, { schema: ApiSchema }],
  ];
  const foreign = [...answered].filter((name) => !Object.hasOwn(schema.properties!, name));
  const isAlone = (name: string) => !type.endsWith('json') || Object.hasOwn(request.parts.path, name);
  // The gateway refuses at the first that is wrong; a service names ten at once.
  const alone = [...PROTOTYPES, ...foreign.filter(isAlone)].map((name) => [name]);
  const groups = [
    ...alone,
    ...inGroups(
      foreign.filter((name) => !isAlone(name)),
      5,
    ),
  ];
  for (const names of groups) {
    const added = names.map((name): [string, unknown] => [name, 'x']);
    const body: unknown = Object.fromEntries([...Object.entries(request.parts.body as object), ...added]);
    const { status, code, pointers } = await answerTo(request, { body });
    expect([names, status, code]).toEqual([names, 400, 'VALIDATION_FAILED']);
    expect(pointers).toEqual(expect.arrayContaining(names.map((name) => `/${name}`)));
  }
});

const inGroups = (names: string[], size: number) =>
  Array.from({ length: Math.ceil(names.length / size) }, (_, n) => names.slice(n * size, (n + 1) * size));

const OTHER = '019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa';
const about = operations.filter(
  ({ path, operationId }) => path.includes('{') && operationId !== 'payments.receive_webhook',
);

test.each(named(about))(
  '%s is about what its path names, whatever else the request says',
  async (_, operation) => {
    const request = requestOf(operation);
    const plain = await answerTo(request, {});
    for (const name of Object.keys(request.parts.path)) {
      const { status, pointers, rest } = await answerTo(request, {
        query: { ...request.parts.query, [name]: OTHER },
      });
      // Links that people open ignore what was appended to them.
      if (status === 400) expect(pointers).toContain(`/${name}`);
      else expect([status, rest]).toEqual([plain.status, plain.rest]);
    }
  },
);
