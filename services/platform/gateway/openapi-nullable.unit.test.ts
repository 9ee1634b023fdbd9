import { expect, test } from '@jest/globals';
import { openapi } from './openapi.ts';
import { routesOf } from './routes.ts';

type Node = Record<string, unknown>;

const routes = routesOf(undefined, { disabled_services: [] });
const nodes = [...nodesOf(JSON.parse(openapi(routes, 'https://api.example.org')))];

/** Every object in the document, at any depth. */
function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

// 3.1 has no `nullable`: validators ignore it like any unknown word, and clients then refuse null.
test('a field that may be null says so by its type', () => {
  expect(nodes.filter((node) => typeof node['nullable'] === 'boolean')).toEqual([]);
  const unions = nodes.filter(
    ({ anyOf }) => Array.isArray(anyOf) && anyOf.some((one: Node) => one['type'] === 'null'),
  );
  expect(unions.length).toBeGreaterThan(0);
});

test('the required fields of an object are among its properties', () => {
  const objects = nodes.filter(
    ({ properties, required }) => typeof properties === 'object' && Array.isArray(required),
  );
  expect(objects.length).toBeGreaterThan(0);
  for (const { properties, required } of objects)
    expect(Object.keys(properties as Node)).toEqual(expect.arrayContaining(required as string[]));
});
