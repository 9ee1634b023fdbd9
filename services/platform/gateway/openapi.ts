// The description of the API, in OpenAPI 3.1, whose schemas are JSON Schema: the contracts' own.
import type { ErrorCode } from '#contracts';
import { permissions } from '#contracts/permissions';
import type { TSchema } from '@sinclair/typebox';
import { answers, refusals, shared, UNROUTED } from './openapi-answers.ts';
import { schemaOf, schemas } from './openapi-schemas.ts';
import { FORM } from './http.ts';
import { isExport, type Route } from './routes.ts';

/** The document as JSON. `url` is the gateway's URL for clients. */
export function openapi(routes: readonly Route[], url: string): string {
  const common = shared(new Set([...UNROUTED, ...routes.flatMap(refusedWith)]), url);
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
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      contact: { name: 'The operator of this platform', url },
    },
    servers: [{ url, 'x-internal': false }],
    tags: [...new Set(routes.map(({ service }) => service))].map((name) => ({
      name,
      description: `What the service ${name} does.`,
    })),
    paths,
    components: {
      securitySchemes: { token },
      ...common,
      responses: refusals(routes, refusedWith),
      schemas: { ...schemas(), ...common.schemas },
    },
  });
}

const ABOUT = `Amounts are whole minor units of the currency beside them: 1050 EUR is 10.50. Times are RFC 3339 in UTC.

Every refusal is a problem document (RFC 9457) with a stable \`code\`; its \`type\` is a page about it.
Other paths answer 404 \`ROUTE_NOT_FOUND\`, other methods 405 \`METHOD_NOT_ALLOWED\` with \`Allow\`. HEAD answers as GET does, without the body.
A retry with the same \`Idempotency-Key\` and body gets the first answer again.`;

const token = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'An access token from /api/auth/login or /api/auth/refresh: ES256 alone, by issuer, audience and time (RFC8725).',
};

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
    schema: schemaOf(schema),
  }));
  if (contract.idempotency) parameters.push(idempotencyKey(contract.idempotency));
  if (contract.produces === 'text/event-stream') parameters.push(lastEventId);
  if (route.isEditable) parameters.push(ifMatch);
  if (route.isTagged && route.method === 'GET') parameters.push(ifNoneMatch);
  return {
    operationId: name,
    tags: [service],
    summary: contract.summary,
    description: accessOf(route),
    security: securityOf(route),
    parameters,
    ...(route.takesBody && { requestBody: requestBody(route, inBody, required) }),
    responses: answers(route, refusedWith(route)),
  };
}

/** Who may, in words. */
function accessOf({ contract }: Route): string {
  const { permission, permissionIfSignedIn, security } = contract;
  if (permissionIfSignedIn) return `For guests, and with \`${permissionIfSignedIn}\` for who is signed in.`;
  if (permission === 'anyone')
    return security === 'none' ? 'For anyone, without a token.' : 'For anyone; a token says who asks.';
  return `Needs \`${permission}\`. ${permissions[permission as keyof typeof permissions].description}`;
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
  const schema = schemaOf({ type: 'object', properties, required: needed, additionalProperties: false });
  return { required: needed.length > 0, content: { [contract.consumes ?? 'application/json']: { schema } } };
}

const idempotencyKey = (idempotency: 'accepted' | 'required') => ({
  name: 'Idempotency-Key',
  in: 'header',
  required: idempotency === 'required',
  description: 'A new UUID for each intent, the same on every retry: a retry answers as the first did.',
  schema: { type: 'string', pattern: '^[!-~]+$', minLength: 1, maxLength: 255 },
});

const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The `version` that is known already: nothing is sent until there is a newer one.',
  schema: { type: 'string', maxLength: 20 },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of what was read: where it has changed since, nothing is done (412).',
  schema: { type: 'string', maxLength: 1000 },
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description:
    'The ETag of what is known already: where it is still the same, the answer is 304 without a body.',
  schema: { type: 'string', maxLength: 1000 },
};

/** Whatever a request asks for, this may be wrong with how it came. */
const OF_ANY_REQUEST = [
  'REQUEST_MALFORMED',
  'REQUEST_TOO_SLOW',
  'URI_TOO_LONG',
  'EXPECTATION_FAILED',
  'HEADERS_TOO_LARGE',
] as const satisfies ErrorCode[];

const refusedWith = (route: Route): ErrorCode[] => [...errorsOf(route), ...OF_ANY_REQUEST];

/** The possible refusals of a route: those of its contract, and those that follow from its kind. */
export function errorsOf({ contract, takesBody, isRaw, isEditable }: Route): ErrorCode[] {
  const codes: ErrorCode[] = [
    'VALIDATION_FAILED',
    'BUSY',
    'UNAVAILABLE',
    'OUTCOME_UNKNOWN',
    'TIMED_OUT',
    'INTERNAL_ERROR',
  ];
  if (contract.security !== 'none') codes.push('SIGN_IN_REQUIRED');
  if (takesBody) codes.push('BODY_UNREADABLE', 'BODY_TOO_LARGE', 'BODY_ENCODED');
  if (takesBody && !isRaw) codes.push('BODY_TYPE_UNSUPPORTED');
  if (!isRaw) codes.push('TOO_MANY_REQUESTS');
  if (isEditable) codes.push('PRECONDITION_FAILED');
  if (contract.consumes === FORM) codes.push('FORM_NOT_OURS');
  if (contract.permission !== 'anyone' || contract.permissionIfSignedIn) codes.push('PERMISSION_DENIED');
  if (contract.idempotency) codes.push('IDEMPOTENCY_KEY_REUSED');
  if (isExport(contract)) codes.push('EXPORTS_UNDER_WAY');
  if (contract.idempotency === 'required') codes.push('IDEMPOTENCY_KEY_REQUIRED');
  return [...new Set([...codes, ...(contract.errors ?? [])])];
}
