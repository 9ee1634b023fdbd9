// The places in a request, each as the steps that lead to it: ['body', 'donor', 'email'].
import { KnownValue } from './known-values.ts';
import { isRawJson } from './raw-json.ts';

export type PlaceInRequest = readonly string[];

/** All places in a value below the parts of the request themselves, the outer before the inner. */
export function placesIn(value: unknown, place: PlaceInRequest = []): PlaceInRequest[] {
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([step, each]) => {
    const here = [...place, step];
    return place.length === 0 ? placesIn(each, here) : [here, ...placesIn(each, here)];
  });
}

/** The same value with `put` in a place. */
export function withValueAt<T>(value: T, [step, ...rest]: PlaceInRequest, put: unknown): T {
  if (step === undefined || !isNode(value)) return put as T;
  const changed = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    name === step ? withValueAt(each, rest, put) : each,
  ]);
  return again(value, changed);
}

/** The same value without what is in a place. */
export function withoutPlace<T>(value: T, [step, ...rest]: PlaceInRequest): T {
  if (step === undefined || !isNode(value)) return value;
  const left = Object.entries(value).flatMap(([name, each]): [string, unknown][] => {
    if (name !== step) return [[name, each]];
    return rest.length === 0 ? [] : [[name, withoutPlace(each, rest)]];
  });
  return again(value, left);
}

const isNode = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof KnownValue) && !isRawJson(value);

const again = <T>(value: T, entries: [string, unknown][]): T =>
  (Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)) as T;
