// One change that makes a request wrong, or hard to take.
import fc from 'fast-check';
import type { DrawnRequest, RequestParts } from './drawn-request.ts';
import { KnownValue } from './known-values.ts';
import { rawJson } from './raw-json.ts';
import { placesIn, withoutPlace, withValueAt, type PlaceInRequest } from './places.ts';

export type HostileChange = (request: DrawnRequest) => DrawnRequest;

const deep = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

const numbers = [
  -1,
  0,
  1.5,
  -0.0000001,
  101,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e21,
  1e308,
  rawJson('1e400'),
  rawJson('-0'),
];
const texts = [
  '',
  ' ',
  'x'.repeat(300),
  'x'.repeat(12_000),
  'A\0well',
  'A \ud800 well',
  '\udc00',
  '\u202e',
  '%00',
  '../..',
];
const others = [
  null,
  true,
  'true',
  [],
  {},
  [[]],
  ['a'],
  { id: 1 },
  JSON.parse('{"__proto__":{"admin":true}}') as object,
];
const foreign = ['user', 'campaign', 'pledge', 'payment', 'payout', 'receipt', 'token', 'email', 'password'];

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(...others),
  fc.string({ unit: 'binary', maxLength: 30 }),
  // Other normal forms, and letters with more marks than any script has.
  fc.constantFrom('A\u030a', '\ufb01', 'e' + '\u0301'.repeat(500), '👨‍👩‍👧‍👦'.repeat(20)),
  fc
    .tuple(fc.constantFrom(...foreign), fc.nat(99))
    .map(([kind, nth]) => new KnownValue(kind, () => true, nth, 'none')),
  fc.constantFrom(
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    '2026-01-31',
    '0000-00-00',
  ),
  fc.constantFrom(
    JSON.parse(deep(20)) as object,
    Array.from({ length: 2000 }, () => 1),
  ),
);

/** Changes a place; `nth` chooses it among all that there are. */
const atPlace =
  (nth: number, change: (parts: RequestParts, place: PlaceInRequest) => RequestParts): HostileChange =>
  (request) => {
    const places = placesIn(request.parts);
    return places.length === 0
      ? request
      : { ...request, parts: change(request.parts, places[nth % places.length]!) };
  };

const nth = fc.nat(99);

const leaveOut = nth.map((n) => atPlace(n, withoutPlace));
const putOdd = fc
  .tuple(nth, oddValue)
  .map(([n, odd]) => atPlace(n, (parts, place) => withValueAt(parts, place, odd)));

const TOO_MANY = [
  '__proto__',
  'constructor',
  'prototype',
  'id',
  'owner_id',
  'status',
  'role',
  'colour',
  '',
  'a[b]',
  'a/b~c',
  '\0',
];
const addField = fc
  .tuple(fc.constantFrom(...TOO_MANY), oddValue, fc.boolean())
  .map(([name, value, isInQuery]): HostileChange => (request) => {
    const { query, body } = request.parts;
    const isFields = typeof body === 'object' && body !== null;
    const parts =
      isInQuery || !isFields
        ? { ...request.parts, query: withField(query, name, value) }
        : { ...request.parts, body: withField(body, name, value) };
    return { ...request, parts };
  });

// An assignment would set a prototype.
const withField = (fields: object, name: string, value: unknown) =>
  Object.fromEntries([...Object.entries(fields), [name, value]]);

const repeatInQuery = nth.map((n): HostileChange => ({ parts, ...request }) => {
  const names = Object.keys(parts.query);
  if (names.length === 0) return { ...request, parts };
  const name = names[n % names.length]!;
  const twice = [parts.query[name], parts.query[name]];
  return { ...request, parts: { ...parts, query: { ...parts.query, [name]: twice } } };
});

const TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'application/json',
  '',
  undefined,
];
const otherType = fc.constantFrom(...TYPES).map((type): HostileChange => (request) => ({ ...request, type }));

const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1e999',
  '{"a":1,"a":2}',
  '{}',
  deep(31),
  deep(1000),
  '\ufeff{}',
  '{"\\ud800":1}',
  `{"a":"${'x'.repeat(200_000)}"}`,
  'a=1&a=2&b[]=3&%ff=%00',
];
const otherBody = fc
  .constantFrom(...BODIES)
  .map((body): HostileChange => (request) => ({ ...request, parts: { ...request.parts, body } }));

const HEADERS: Record<string, string>[] = [
  { 'if-match': '"1-xxxxxxxxxxxxxxxxxxxxxx"' },
  { 'if-match': '*, W/"' },
  { 'if-none-match': '*' },
  { 'if-none-match': '"' },
  { 'content-encoding': 'gzip' },
  { 'idempotency-key': 'k'.repeat(256) },
  { 'idempotency-key': 'a key' },
  { 'last-event-id': '99999999999999999999' },
  { range: 'bytes=0-0' },
  { origin: 'https://elsewhere.example' },
  { 'x-forwarded-for': '203.0.113.9, junk' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-request-id': '\u00e9'.repeat(200) },
  { 'accept-language': '\u00ff;q=2,,' },
  { accept: 'text/html;q=abc' },
  { expect: '200-ok' },
  { host: 'elsewhere.example' },
  { cookie: 'x'.repeat(20_000) },
];
const oddHeader = fc.constantFrom(...HEADERS).map((header): HostileChange => ({ parts, ...request }) => ({
  ...request,
  parts: { ...parts, headers: { ...parts.headers, ...header } },
}));

const longTarget = fc.constant<HostileChange>((request) => ({
  ...request,
  parts: { ...request.parts, query: { ...request.parts.query, q: 'x'.repeat(20_000) } },
}));

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const otherMethod = fc
  .constantFrom(...METHODS)
  .map((method): HostileChange => (request) => ({ ...request, method }));

export const hostileChange: fc.Arbitrary<HostileChange> = fc.oneof(
  { weight: 6, arbitrary: leaveOut },
  { weight: 14, arbitrary: putOdd },
  { weight: 6, arbitrary: addField },
  { weight: 2, arbitrary: repeatInQuery },
  { weight: 2, arbitrary: otherType },
  { weight: 3, arbitrary: otherBody },
  { weight: 4, arbitrary: oddHeader },
  { weight: 1, arbitrary: longTarget },
  { weight: 1, arbitrary: otherMethod },
);
