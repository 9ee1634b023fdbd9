// What routes answer, for the description of the API: contents, headers and problems.
import { errors, type ErrorCode } from '#contracts';
import { exportContent } from './export-formats.ts';
import { schemaOf, type Json } from './openapi-schemas.ts';
import { problemPath } from './problem-path.ts';
import { POINTER_LENGTH } from './problems.ts';
import { isDocument, isExport, type Route } from './routes.ts';

type Fields = Record<string, unknown>;

/** The answers of a route by status; `codes` are those of its refusals. Equal refusals are described once, in `refusals`. */
export function answers(route: Route, codes: readonly ErrorCode[]): Fields {
  const success = {
    description: SUCCESS[route.status],
    headers: headersOf(route.status, ...ownHeaders(route)),
    ...(route.status !== 204 && { content: contentOf(route) }),
  };
  const unchanged = route.isTagged &&
    route.method === 'GET' && {
      304: { description: SUCCESS[304], headers: headersOf(304, 'ETag') },
    };
  const refused = refusalsOf(route, codes).map(({ status, name }) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return { [route.status]: success, ...unchanged, ...(Object.fromEntries(refused) as Fields) };
}

/** What no route answers: where there is none, or none for the method. */
export const UNROUTED = ['ROUTE_NOT_FOUND', 'METHOD_NOT_ALLOWED'] as const satisfies ErrorCode[];

/** The refusals of all routes by name, and those of none; `codesOf` tells what a route may refuse with. */
export const refusals = (routes: readonly Route[], codesOf: (route: Route) => readonly ErrorCode[]): Fields =>
  Object.fromEntries(
    [
      ...refusalsOf({ isForBrowsers: false }, UNROUTED),
      ...routes.flatMap((each) => refusalsOf(each, codesOf(each))),
    ].map(({ name, status, codes, isForBrowsers }) => [name, refusal(isForBrowsers, status, codes)]),
  );

/** By status, each named by its codes. */
function refusalsOf({ isForBrowsers }: Pick<Route, 'isForBrowsers'>, codes: readonly ErrorCode[]) {
  const byStatus = [...Map.groupBy(codes, (code) => errors[code].status)].sort(([a], [b]) => a - b);
  return byStatus.map(([status, those]) => ({
    status,
    codes: those,
    isForBrowsers,
    name: [...(isForBrowsers ? ['page'] : []), ...those].join('.'),
  }));
}

const SUCCESS: Record<number, string> = {
  200: 'Done.',
  201: 'Created: Location says where to find it.',
  202: 'Accepted: it will be done, and its progress can be read.',
  204: 'Done: there is nothing to say.',
  303: 'Continue at Location.',
  304: 'It is what the client has already.',
};

function ownHeaders({ location, contract, isTagged }: Route): HeaderName[] {
  if (location) return ['Location'];
  if (isTagged) return ['ETag'];
  return isExport(contract) || contract.produces === 'application/pdf' ? ['Content-Disposition'] : [];
}

function contentOf({ contract, fields }: Route): Fields {
  const { produces, result } = contract;
  if (isDocument(contract)) return { 'application/json': { schema: schemaOf(contract.document!) } };
  if (isExport(contract)) return exportContent(contract);
  if (produces) return { [produces as string]: { schema: { type: 'string' } } };
  const limit = fields['limit']?.['maximum'] as number | undefined;
  return { 'application/json': { schema: limit === undefined ? schemaOf(result) : pageOf(result, limit) } };
}

/** A page of a list: as long as the largest `limit`. */
function pageOf(result: object, limit: number): Fields {
  const page = schemaOf(result) as { properties: { data: object } };
  return { ...page, properties: { ...page.properties, data: { ...page.properties.data, maxItems: limit } } };
}

/** Browsers get a page. */
const refusal = (isForBrowsers: boolean, status: number, codes: readonly ErrorCode[]): Fields => ({
  description: codes.map((code) => `${code}: ${errors[code].title}.`).join(' '),
  headers: headersOf(status),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
    ...(isForBrowsers && { 'text/html': { schema: { type: 'string' } } }),
  },
});

const text = (maxLength: number) => ({ type: 'string', maxLength });

const headers = {
  'X-Request-Id': {
    description: 'The id of the request: its own X-Request-Id, or a new one. The logs have it.',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]+$', maxLength: 128 },
  },
  RateLimit: {
    description: 'What is left of the quota, and the seconds until it is whole again: `"default";r=50;t=30`.',
    schema: text(1000),
  },
  'RateLimit-Policy': {
    description: 'The quota, and the seconds that it is for: `"default";q=100;w=60`.',
    schema: text(1000),
  },
  'Access-Control-Allow-Origin': {
    description: 'The origin of the page that asks, where the platform lets pages of that origin ask.',
    schema: text(2000),
  },
  'Retry-After': {
    description: 'Seconds until it is worth another try.',
    required: true,
    schema: { type: 'string', pattern: '^[0-9]+$', maxLength: 10 },
  },
  'WWW-Authenticate': {
    description: 'How to sign in: `Bearer`.',
    required: true,
    schema: text(100),
  },
  ETag: {
    description:
      'Names what was read: If-None-Match asks for something newer, If-Match changes nothing else.',
    required: true,
    schema: { type: 'string', pattern: '^"[\\w-]+"$', maxLength: 50 },
  },
  Allow: {
    description: 'The methods that the path takes.',
    required: true,
    schema: text(200),
  },
  Accept: {
    description: 'The type that the body must be of, where it was of another.',
    schema: text(100),
  },
  'Accept-Encoding': {
    description: '`identity`, where the body was encoded.',
    schema: text(100),
  },
  Location: {
    description: 'Where to go from here.',
    required: true,
    schema: { type: 'string', format: 'uri-reference', maxLength: 2000 },
  },
  'Content-Disposition': {
    description: 'A name for the file.',
    required: true,
    schema: text(200),
  },
} as const;

type HeaderName = keyof typeof headers;

const EVERYWHERE = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Access-Control-Allow-Origin'] as const;

const BY_STATUS: Record<number, readonly HeaderName[]> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  415: ['Accept', 'Accept-Encoding'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

const headersOf = (status: number, ...own: HeaderName[]): Fields =>
  Object.fromEntries(
    [...EVERYWHERE, ...(BY_STATUS[status] ?? []), ...own].map((name) => [
      name,
      { $ref: `#/components/headers/${name}` },
    ]),
  );

const FieldError = {
  type: 'object',
  properties: {
    pointer: {
      type: 'string',
      format: 'json-pointer',
      maxLength: POINTER_LENGTH,
      description: 'the field; empty: the whole',
    },
    message: { ...text(1000), description: 'what it must be' },
  },
  required: ['pointer', 'message'],
};

// Open: an error may have fields of its own, such as the id of what was not found.
const Problem = {
  description: 'RFC 9457. `detail` says what the caller can do about it.',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri', maxLength: 2000, description: 'A page about it.' },
    title: text(200),
    status: { type: 'integer', format: 'int32', minimum: 400, maximum: 599 },
    detail: text(1000),
    code: { type: 'string', enum: Object.keys(errors) },
    request_id: text(128),
    errors: { type: 'array', items: FieldError, maxItems: 10 },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'request_id'],
} satisfies Json;

const exampleOf = (code: ErrorCode, url: string) => {
  const { status, title, remedy } = errors[code];
  const type = `${url}${problemPath(code)}`;
  return {
    summary: `${title}.`,
    value: { type, title, status, detail: remedy, code, request_id: '019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa' },
  };
};

/** What the answers of all routes have in common: `codes` are those that they refuse with, `url` is the gateway's for clients. */
export const shared = (codes: ReadonlySet<ErrorCode>, url: string) => ({
  headers,
  schemas: { Problem },
  examples: Object.fromEntries([...codes].map((code) => [code, exampleOf(code, url)])),
});
