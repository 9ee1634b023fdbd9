// Values that fit a schema.
import { world } from '#lib/world';
import fc from 'fast-check';
import { formats } from './formats.ts';
import { kindOfField, KnownValue } from './known-values.ts';
import type { ApiSchema } from './operations.ts';

/** Draws what fits `schema`; `field` is its name, `path` that of its operation. Where the like is known, mostly that. */
export function fittingValue(schema: ApiSchema, field: string, path: string): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fittingValue(one, field, path)));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fittingInteger(schema);
    case 'string':
      return knownOr(
        TOLD.includes(field) ? fc.constant(undefined) : fittingText(schema),
        schema,
        field,
        path,
      );
    case 'array':
      return fittingList(schema, field, path);
    case 'object':
      return fittingObject(schema, path);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** In how many of ten cases what is known of a field is taken: least for texts of somebody's own. */
function weightOf({ format, pattern, maxLength = Infinity }: ApiSchema, field: string): number {
  if (field === 'If-Match' || format?.startsWith('date')) return 2;
  if (format === 'email') return 6;
  return format || pattern || maxLength <= 200 || field.endsWith('password') ? 9 : 1;
}

function knownOr(other: fc.Arbitrary<unknown>, schema: ApiSchema, field: string, path: string) {
  const { pattern, maxLength = Infinity } = schema;
  const ofFormat = formats[schema.format ?? ''] ?? (() => true);
  const ofPattern = new RegExp(pattern ?? '');
  const fits = (value: unknown) =>
    typeof value === 'string' &&
    value.length <= maxLength &&
    ofPattern.test(value) &&
    ofFormat(value as never);
  const [weight, kind] = [weightOf(schema, field), kindOfField(field, path)];
  return fc
    .tuple(fc.nat(9), fc.nat(99), other)
    .map(([die, nth, otherwise]) => (die < weight ? new KnownValue(kind, fits, nth, otherwise) : otherwise));
}

function fittingInteger({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: ApiSchema) {
  const small = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 3000) });
  const any = fc.maxSafeInteger().map((n) => Math.min(Math.max(n, minimum), maximum));
  return fc.oneof({ weight: 8, arbitrary: small }, fc.constantFrom(minimum, maximum), any);
}

// Made by the platform alone: where none is known, the field is left out.
const TOLD = ['cursor', 'If-Match', 'If-None-Match', 'Last-Event-ID'];

function fittingText({ format, pattern, minLength = 0, maxLength = 200 }: ApiSchema): fc.Arbitrary<unknown> {
  const ofFormat = FORMATS[format ?? ''];
  if (ofFormat) return ofFormat;
  if (pattern) return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  const usual = fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, 40)),
  });
  const longest = fc.constant('x'.repeat(Math.min(maxLength, 20_000)));
  return fc.oneof({ weight: 20, arbitrary: usual }, longest);
}

const DAY_MS = 86_400_000;
const soon = fc.integer({ min: 1, max: 300 }).map((days) => new Date(world.nowMs() + days * DAY_MS));
const whenever = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const times = fc.oneof({ weight: 4, arbitrary: soon }, whenever).map((date) => date.toISOString());

const FORMATS: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.stringMatching(/^[a-z]{12}@example\.org$/),
  'date-time': times,
  date: times.map((time) => time.slice(0, '2026-01-31'.length)),
  'iso-4217': fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'JPY'),
};

function fittingList(schema: ApiSchema, field: string, path: string) {
  const { items = {}, minItems = 0, maxItems = 3, uniqueItems } = schema;
  const each = fittingValue(items, field, path);
  const bounds = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) };
  return uniqueItems ? fc.uniqueArray(each, bounds) : fc.array(each, bounds);
}

function fittingObject({ properties = {}, required = [] }: ApiSchema, path: string) {
  const fields = Object.entries(properties).map(([name, each]) => [name, fittingValue(each, name, path)]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: required.filter((name) => name in properties),
    noNullPrototype: true,
  });
}
