// Requests that are valid by their contracts, made of them; with a value of one's own where ids go.
import { world } from '#lib/world';
import type { Json } from '#test/client';
import type { TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

// For strings whose form a pattern says, or that have to be long enough. The first that fits is taken.
const TEXTS = ['a', 'member', 'a sample of twenty characters', '000000', 'pledges', 'me'];
const DAY_MS = 24 * 3600_000;

const byFormat: Record<string, () => string> = {
  uuid: () => world.newId(),
  email: () => `${world.newId()}@example.org`,
  'iso-4217': () => 'EUR',
  'date-time': () => new Date(world.nowMs() + DAY_MS).toISOString(),
  date: () => world.now().slice(0, 'YYYY-MM-DD'.length),
};

/** A place in the params: names of fields, and 0 for the first of a list. */
export type Place = readonly string[];

/** The params that have to be there; and at `place`, which may be an optional one, this. */
export const paramsOf = (schema: TSchema, place?: Place, value?: string): Json =>
  sampleOf(schema, place && { place, value }) as Json;

interface Put {
  place: Place;
  value: unknown;
}

function sampleOf(schema: TSchema, put?: Put): unknown {
  if (put?.place.length === 0) return put.value;
  const sample = made(schema, put);
  if (put || Value.Check(schema, sample)) return sample;
  throw new Error(
    `Add to TEXTS or byFormat in test/authorization/samples.ts what fits ${JSON.stringify(schema)}`,
  );
}

function made(schema: TSchema, put?: Put): unknown {
  if ('const' in schema) return schema['const'];
  const [step, ...place] = put?.place ?? [];
  const within = (name: string) => (put && name === step ? { place, value: put.value } : undefined);
  if (schema['anyOf']) return sampleOf(variantFor(schema, step), put);
  if (schema['type'] === 'object') {
    const required = (schema['required'] ?? []) as string[];
    const fields = Object.entries((schema['properties'] ?? {}) as Record<string, TSchema>)
      .filter(([name]) => required.includes(name) || name === step)
      .map(([name, field]) => [name, sampleOf(field, within(name))]);
    return Object.fromEntries(fields) as unknown;
  }
  if (schema['type'] === 'array') {
    const length = Math.max((schema['minItems'] as number | undefined) ?? 0, step === undefined ? 0 : 1);
    return Array.from({ length }, (_, i) => sampleOf(schema['items'] as TSchema, within(String(i))));
  }
  if (schema['type'] === 'integer') return schema['minimum'] ?? 1;
  if (schema['type'] === 'boolean') return true;
  const format = byFormat[String(schema['format'])];
  if (format) return format();
  return [...TEXTS, `campaign:${world.newId()}`].find((text) => Value.Check(schema, text));
}

const variantsOf = (schema: TSchema) => (schema['anyOf'] as TSchema[]).filter(({ type }) => type !== 'null');

/** The first, or the first that has such a field or is a list. */
const variantFor = (schema: TSchema, step: string | undefined): TSchema =>
  variantsOf(schema).find(
    ({ type, properties }) =>
      step === undefined || type === 'array' || step in ((properties ?? {}) as object),
  ) ?? variantsOf(schema)[0]!;

/** Where ids go, alone or as `campaign:<id>`. */
export function idPlacesOf(schema: TSchema): { place: Place; isResource: boolean }[] {
  if (schema['anyOf']) return variantsOf(schema).flatMap(idPlacesOf);
  if (schema['type'] === 'object')
    return Object.entries((schema['properties'] ?? {}) as Record<string, TSchema>).flatMap(([name, field]) =>
      idPlacesOf(field).map((found) => ({ ...found, place: [name, ...found.place] })),
    );
  if (schema['type'] === 'array')
    return idPlacesOf(schema['items'] as TSchema).map((found) => ({
      ...found,
      place: ['0', ...found.place],
    }));
  if (schema['type'] !== 'string') return [];
  const takes = (text: string) => isNarrow(schema) && Value.Check(schema, text);
  const id = world.newId();
  return [false, true]
    .filter((isResource) => takes(isResource ? `campaign:${id}` : id))
    .map((isResource) => ({ place: [], isResource }));
}

/** Not any text, or bytes as text. */
const isNarrow = (schema: TSchema) =>
  ['-!-', 'AAAA', ...TEXTS.filter((text) => text !== 'me')].every((text) => !Value.Check(schema, text));
