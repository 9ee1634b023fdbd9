// Whether an answer is as the description of the API says.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { formats, integerFormats } from './formats.ts';
import type { HttpAnswer, HttpRequest } from './http-request.ts';
import {
  answerNamed,
  operationsOf,
  type ApiAnswer,
  type ApiDocument,
  type ApiOperation,
  type ApiSchema,
} from './operations.ts';

type Asked = Pick<HttpRequest, 'method' | 'target'>;

/** Tells what is wrong with an answer, in words; undefined where nothing is. */
export function answerCheck(document: ApiDocument) {
  const finds = pathsOf(operationsOf(document));
  const validate = validator();

  const unrouted = (status: number) => {
    const name = UNROUTED[status];
    return name === undefined ? undefined : answerNamed(document, name);
  };

  /** How the answer is described, wherever that is. */
  function describedAs({ method, target }: Asked, { status }: HttpAnswer): ApiAnswer | undefined {
    const those = finds(target.split('?')[0]!);
    const operation = those.find((one) => one.method === (method === 'HEAD' ? 'GET' : method));
    if (operation) return operation.responses[status];
    if (method === 'OPTIONS' && status === 204) return { headers: unrouted(405)!.headers };
    return status === (those.length > 0 ? 404 : 405) ? undefined : unrouted(status);
  }

  return (asked: Asked, answer: HttpAnswer): string | undefined => {
    if (answer.status >= 500)
      return `answered ${answer.status}, which nobody can have caused: ${excerpt(answer)}`;
    const described = describedAs(asked, answer);
    if (!described) return `answered ${answer.status}, which is not described: ${excerpt(answer)}`;
    return wrongHeader(described, answer, validate) ?? wrongBody(asked, described, answer, validate);
  };
}

/** What is described for all that no route takes; what is too long is refused before anybody looks for one. */
const UNROUTED: Record<number, string> = {
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  414: 'URI_TOO_LONG',
  417: 'EXPECTATION_FAILED',
  431: 'HEADERS_TOO_LARGE',
};

/** Finds the operations of a path: those whose own path has fewest parameters. */
function pathsOf(operations: readonly ApiOperation[]): (path: string) => readonly ApiOperation[] {
  const known = [...Map.groupBy(operations, ({ path }) => path)]
    .map(([path, those]) => ({ path, those, pattern: patternOf(path) }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  return (path) => known.find(({ pattern }) => pattern.test(path))?.those ?? [];
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`);

const excerpt = ({ body }: HttpAnswer) => body.slice(0, 500);

// What HTTP itself and browsers know of; the description is for the rest.
const ORDINARY = new Set([
  'cache-control',
  'connection',
  'content-length',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'keep-alive',
  'referrer-policy',
  'transfer-encoding',
  'vary',
  'x-accel-buffering',
  'x-content-type-options',
]);

type Validate = (schema: ApiSchema, value: unknown) => string | undefined;

function validator(): Validate {
  const ajv = new Ajv2020({ strict: false, formats: formats as never });
  for (const [name, validate] of Object.entries(integerFormats))
    ajv.addFormat(name, { type: 'number', validate });
  const compiled = new Map<ApiSchema, ValidateFunction>();
  return (schema, value) => {
    const check = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, check);
    return check(value) ? undefined : ajv.errorsText(check.errors);
  };
}

function wrongHeader({ headers }: ApiAnswer, answer: HttpAnswer, validate: Validate): string | undefined {
  const byName = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]));
  for (const [name, { required, schema }] of byName) {
    const value = answer.headers[name];
    if (value === undefined && !required) continue;
    if (value === undefined) return `answered ${answer.status} without the header ${name}`;
    const mistake = validate(schema, value);
    if (mistake) return `answered ${answer.status} with ${name}: ${String(value)}: ${mistake}`;
  }
  const untold = Object.keys(answer.headers).find((name) => !byName.has(name) && !ORDINARY.has(name));
  return untold && `answered ${answer.status} with the header ${untold}, which is not described`;
}

function wrongBody(
  { method }: Asked,
  { content }: ApiAnswer,
  answer: HttpAnswer,
  validate: Validate,
): string | undefined {
  const { status, headers, body } = answer;
  if (method === 'HEAD') return body === '' ? undefined : `answered HEAD with a body: ${excerpt(answer)}`;
  const type = headers['content-type']?.split(';')[0];
  if (!content) return body === '' ? undefined : `answered ${status} with a body: ${excerpt(answer)}`;
  const known = content[type ?? ''];
  if (!known) return `answered ${status} as ${type}, which is not described: ${excerpt(answer)}`;
  const value = type!.endsWith('json') ? parsed(body) : body;
  if (value === undefined) return `answered ${status} with what is no JSON: ${excerpt(answer)}`;
  const mistake = validate(known.schema, value) ?? wrongProblem(type!, known, status, value);
  return mistake && `answered ${status} with a body that is not as described: ${mistake}: ${excerpt(answer)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A problem says the status of its answer, and its code is one of those that are described for it. */
function wrongProblem(
  type: string,
  { examples = {} }: { examples?: object },
  status: number,
  value: unknown,
) {
  if (type !== 'application/problem+json') return undefined;
  const problem = value as { status: number; code: string };
  if (problem.status !== status) return `its status is ${problem.status}`;
  return problem.code in examples ? undefined : `the code ${problem.code} is not described for this status`;
}
