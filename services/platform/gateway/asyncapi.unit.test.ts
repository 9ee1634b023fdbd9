import { messages } from '#contracts';
import { loadServices, subscribersOf } from '#lib/services';
import specs from '@asyncapi/specs';
import { expect, test } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import { asyncapi } from './asyncapi.ts';

interface Document {
  channels: Record<string, object>;
  operations: Record<string, { action: string; channel: { $ref: string } }>;
  components: { messages: Record<string, { summary: string; payload: object; 'x-version': number }> };
}

const subscribers = subscribersOf(await loadServices(null));
const document = JSON.parse(asyncapi(subscribers)) as Document;
const operationsOf = (action: string) =>
  Object.entries(document.operations)
    .filter(([, operation]) => operation.action === action)
    .map(([name]) => name);

test('the description of the messages is valid AsyncAPI 3.0', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const validate = ajv.compile(specs.schemasWithoutId['3.0.0'] as AnySchemaObject);
  void validate(document);
  expect(validate.errors).toBeNull();
});

test('every message is described as in its contract', () => {
  expect(Object.keys(document.channels)).toEqual(Object.keys(messages));
  const { summary, version, payload } = messages['pledge.captured'];
  expect(document.components.messages['pledge.captured']).toMatchObject({
    summary,
    'x-version': version,
    payload: JSON.parse(JSON.stringify(payload)) as object,
  });
});

test('every reference resolves', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path]) => path!);
  const at = (path: string) =>
    path
      .split('/')
      .slice(1)
      .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], document);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((path) => at(path) === undefined)).toEqual([]);
});

test('the service that publishes a message sends it, and those that subscribe to it receive it', () => {
  expect(operationsOf('send').filter((name) => name.endsWith('.pledge.captured'))).toEqual([
    'pledges.send.pledge.captured',
  ]);
  expect(operationsOf('send')).toHaveLength(Object.keys(messages).length);
  const wanted = Object.entries(subscribers).flatMap(([name, services]) =>
    services.map((service) => `${service}.receive.${name}`),
  );
  expect(operationsOf('receive').sort()).toEqual(wanted.sort());
  expect(operationsOf('receive')).toContain('totals.receive.pledge.captured');
});
