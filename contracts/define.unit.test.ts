import { expect, test } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { Email, Time } from './define.ts';
import { Guest } from './fundraising/pledge.shapes.ts';

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

test.each([
  ['ann@example.org', true],
  ['zoë@müller.example', true],
  ['ann@example.org, all@example.org', false],
  // A mail program leaves these out: the e-mail would reach another address than was given.
  ['a\u0001nn@example.org', false],
  ['ann\u0085@example.org', false],
  ['ann\u200b@example.org', false],
])('%j is an address: %s', (email, isTaken) => {
  expect(Value.Check(Email, email)).toBe(isTaken);
});

test.each([
  ['Gwen', true],
  [' ', false],
  ['Gwen\nPAID', false],
  ['Gwen\u001b[2J', false],
])('%j is the name of a guest: %s', (name, isTaken) => {
  expect(Value.Check(Guest, { name, email: 'gwen@example.org' })).toBe(isTaken);
});
