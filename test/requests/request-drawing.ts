// Requests that fit the description of an operation, and such that do not quite.
import fc from 'fast-check';
import { callerNames, type CallerName } from './caller-names.ts';
import type { DrawnRequest } from './drawn-request.ts';
import { fittingValue } from './fitting-values.ts';
import { hostileChange } from './hostile-changes.ts';
import type { ApiOperation, ApiParameter } from './operations.ts';

/** Draws a request for this operation: three of five fit its description, the others differ in one or two places. */
export function requestFor(operation: ApiOperation): fc.Arbitrary<DrawnRequest> {
  const isHostile = fc.constantFrom(0, 0, 0, 1, 2);
  const changes = isHostile.chain((length) =>
    fc.array(hostileChange, { minLength: length, maxLength: length }),
  );
  return fc
    .tuple(fittingRequest(operation), changes)
    .map(([request, those]) => those.reduce((changed, change) => change(changed), request));
}

/** Draws a request that fits the description. */
export function fittingRequest(operation: ApiOperation): fc.Arbitrary<DrawnRequest> {
  const { path, parameters, requestBody, method, needsToken } = operation;
  const those = (place: ApiParameter['in']) =>
    fittingFields(
      parameters.filter((one) => one.in === place),
      path,
    );
  const [[type, content] = [undefined, undefined]] = Object.entries(requestBody?.content ?? {});
  const schema = content && (content.schema ?? { type: 'string' });
  const body = schema ? fittingValue(schema, '', path) : fc.constant(undefined);
  return fc
    .record({
      path: those('path'),
      query: those('query'),
      headers: fc.tuple(those('header'), usualHeaders).map(([own, usual]) => ({ ...usual, ...own })),
      body,
    })
    .chain((parts) =>
      callerOf(needsToken).map((caller) => ({
        operation,
        caller,
        method,
        parts,
        type: type === '*/*' ? 'application/json' : type,
      })),
    );
}

const fittingFields = (parameters: readonly ApiParameter[], path: string) =>
  fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, fittingValue(schema, name, path)])),
    {
      requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
      noNullPrototype: true,
    },
  );

const usualHeaders = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record({ accept: fc.constantFrom('text/html', 'application/json', 'application/jsonl', '*/*') }),
);

/** Mostly somebody who may. */
const callerOf = (needsToken: boolean): fc.Arbitrary<CallerName> =>
  fc.oneof(
    {
      weight: needsToken ? 9 : 2,
      arbitrary: fc.constantFrom('member', 'other', 'admin', 'admin', 'program'),
    },
    fc.constantFrom(...callerNames),
  );
