// The description of the API, in OpenAPI 3.1, whose schemas are JSON Schema: the contracts' own.
import { errors, type ErrorCode } from '#contracts';
import type { TSchema } from '@sinclair/typebox';
import { exportContent, exportHeaders } from './export-formats.ts';
import { FORM } from './http.ts';
import { isExport, type Route } from './routes.ts';

/** The document as JSON. `url` is the gateway's URL for clients. */
export function openapi(routes: readonly Route[], url: string): string {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'Commonweal',
      version: '1',
      description: 'Amounts are whole minor units of the currency beside them; times are RFC 3339 in UTC.',
    },
    servers: [{ url }],
    tags: [...new Set(routes.map(({ service }) => service))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem },
    },
  });
}

type Fields = Readonly<Record<string, TSchema>>;

function operation(route: Route) {
  const { contract, name, service } = route;
  const { required = [] } = contract.params as unknown as { required?: string[] };
  const isInPath = (field: string) => route.pathFields.includes(field);
  const [inBody, outside] = partition(route.fields, (field) => route.takesBody && !isInPath(field));
  const parameters: unknown[] = Object.entries(outside).map(([field, schema]) => ({
    name: field,
    in: isInPath(field) ? 'path' : 'query',
    required: isInPath(field) || required.includes(field),
    schema,
  }));
  if (contract.idempotency) parameters.push(idempotencyKey(contract.idempotency));
  if (contract.produces === 'text/event-stream') parameters.push(lastEventId);
  return {
    operationId: name,
    tags: [service],
    summary: contract.summary,
    security: securityOf(route),
    parameters,
    ...(route.takesBody && { requestBody: requestBody(route, inBody, required) }),
    responses: responses(route),
  };
}

/** A token is optional where none is needed: it distinguishes a donor from a guest. */
function securityOf({ contract }: Route) {
  if (contract.permission !== 'anyone') return [{ token: [] }];
  return contract.security === 'none' ? [] : [{}, { token: [] }];
}

function partition(fields: Fields, test: (name: string) => boolean): [Fields, Fields] {
  const entries = Object.entries(fields);
  const those = (wanted: boolean) => Object.fromEntries(entries.filter(([name]) => test(name) === wanted));
  return [those(true), those(false)];
}

function requestBody({ contract }: Route, properties: Fields, required: readonly string[]) {
  if (contract.consumes === '*/*') {
    return { required: true, description: 'The body as its sender signed it.', content: { '*/*': {} } };
  }
  const needed = required.filter((field) => field in properties);
  const schema = { type: 'object', properties, required: needed, additionalProperties: false };
  return { required: needed.length > 0, content: { [contract.consumes ?? 'application/json']: { schema } } };
}

const idempotencyKey = (idempotency: 'accepted' | 'required') => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: idempotency === 'required',
  description: 'A new UUID for each intent, the same on every retry: a retry answers as the first did.',
  schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
});

const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The `version` that is known already: nothing is sent until there is a newer one.',
  schema: { type: 'string' },
};

function responses(route: Route): Record<string, unknown> {
  const found = Object.fromEntries(
    statuses(errorsOf(route)).map(([status, codes]) => [
      status,
      { ...problemOf(route), description: codes.map((code) => `${code}: ${errors[code].title}.`).join(' ') },
    ]),
  );
  const content = contentOf(route);
  const success = { description: SUCCESS[route.status], content };
  const headers = route.location ? { Location } : isExport(route.contract) ? exportHeaders : undefined;
  return { [route.status]: headers ? { ...success, headers } : success, ...found };
}

function contentOf({ contract }: Route): Record<string, object> {
  const { produces, result } = contract;
  if (isExport(contract)) return exportContent(contract);
  return produces
    ? { [produces as string]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: result } };
}

const SUCCESS: Record<number, string> = {
  200: 'Done.',
  201: 'Created: Location says where to find it.',
  202: 'Accepted: it will be done, and its progress can be read.',
  303: 'Continue at Location.',
};

/** The possible refusals of a route: those of its contract, and those that follow from its kind. */
export function errorsOf({ contract, takesBody }: Route): ErrorCode[] {
  const codes: ErrorCode[] = [
    'VALIDATION_FAILED',
    'BUSY',
    'UNAVAILABLE',
    'OUTCOME_UNKNOWN',
    'TIMED_OUT',
    'INTERNAL_ERROR',
  ];
  if (contract.security !== 'none') codes.push('SIGN_IN_REQUIRED');
  if (takesBody) codes.push('BODY_UNREADABLE', 'BODY_TOO_LARGE');
  if (contract.consumes === FORM) codes.push('FORM_NOT_OURS');
  if (contract.permission !== 'anyone') codes.push('PERMISSION_DENIED');
  if (contract.idempotency) codes.push('IDEMPOTENCY_KEY_REUSED');
  if (isExport(contract)) codes.push('EXPORTS_UNDER_WAY');
  if (contract.idempotency === 'required') codes.push('IDEMPOTENCY_KEY_REQUIRED');
  return [...new Set([...codes, ...(contract.errors ?? [])])];
}

function statuses(codes: readonly ErrorCode[]): [string, ErrorCode[]][] {
  const byStatus = Map.groupBy(codes, (code) => String(errors[code].status));
  return [...byStatus].sort(([a], [b]) => a.localeCompare(b));
}

/** Browsers get a page. */
const problemOf = ({ isForBrowsers }: Route) => ({
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    ...(isForBrowsers && { 'text/html': { schema: { type: 'string' } } }),
  },
});

const Location = { description: 'Where to go from here.', required: true, schema: { type: 'string' } };

const FieldError = {
  type: 'object',
  properties: { pointer: { type: 'string', format: 'json-pointer' }, message: { type: 'string' } },
  required: ['pointer', 'message'],
};

// Open: an error may have fields of its own, such as the id of what was not found.
const Problem = {
  description: 'RFC 9457. `detail` says what the caller can do about it.',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri', description: 'A page about it.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(errors) },
    request_id: { type: 'string' },
    errors: { type: 'array', items: FieldError },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'request_id'],
};
