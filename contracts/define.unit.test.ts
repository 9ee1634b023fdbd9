import { expect, test } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { Time } from './define.ts';

test.each([
  ['2028-02-29T12:00:00Z', true],
  ['2026-12-31T23:59:59.999999Z', true],
  ['2030-02-29T12:00:00Z', false],
  ['2030-02-30T12:00:00Z', false],
  ['2030-04-31T00:00:00Z', false],
  ['2030-04-30T24:00:00Z', false],
  ['0000-01-01T00:00:00Z', false],
])('%s is a time that the calendar and Postgres know: %s', (text, isTaken) => {
  expect(Value.Check(Time, text)).toBe(isTaken);
});
