import { actions } from '#contracts';
import type { FieldError } from '#lib/errors';
import { validator } from '#lib/validation';
import { world } from '#lib/world';
import { Type } from '@sinclair/typebox';
import { expect, test } from '@jest/globals';

const validate = validator(actions['pledges.create'].params);
const pledge = { campaign_id: world.newId(), amount: 1000, currency: 'EUR' };

/** The errors of a request, by field. */
function remarks(value: unknown, check = validate): Record<string, string> {
  try {
    check(value);
    return {};
  } catch (error) {
    const { type, data } = error as { type: string; data: { errors: FieldError[] } };
    expect(type).toBe('VALIDATION_FAILED');
    return Object.fromEntries(data.errors.map(({ pointer, message }) => [pointer, message]));
  }
}

test('a request that fits the contract passes', () => {
  expect(remarks(pledge)).toEqual({});
  expect(remarks({ ...pledge, message: 'Good luck', anonymous: true })).toEqual({});
});

test('every wrong field is listed at once, each with what it must be', () => {
  expect(remarks({ campaign_id: 'mine', amount: 10.5, anonymous: 'yes', admin: true })).toEqual({
    '/admin': 'is not a field of this request: leave it out',
    '/amount': expect.stringMatching(/^must be a whole number of minor units.*from 1 to/),
    '/anonymous': 'expected boolean, not a string',
    '/campaign_id': 'must be a UUID in lower case',
    '/currency': 'is missing: an ISO 4217 code in capitals, such as EUR',
  });
});

test.each([
  [null, 'expected object, not null'],
  [[], 'expected object, not a list'],
  ['text', 'expected object, not a string'],
])('%j is no request', (value, message) => expect(remarks(value)).toEqual({ '': message }));

test.each([
  ['amount', [0, -1, 1.5, 100_000_000_001, '1000', null, Number.NaN]],
  ['currency', ['eur', 'XYZ', '', 'EURO', 978]],
  ['campaign_id', [world.newId().toUpperCase(), `${world.newId()}\n`, '']],
])('%s must have its format', (field, values) => {
  for (const value of values)
    expect(Object.keys(remarks({ ...pledge, [field]: value }))).toEqual([`/${field}`]);
});

test.each([
  ['2026-01-31T12:00:00Z', true],
  ['2026-01-31T12:00:00.123456Z', true],
  ['2026-01-31T12:00:00+01:00', false],
  ['2026-02-31T12:00:00', false],
  ['2026-13-01T12:00:00Z', false],
  ['yesterday', false],
])('the time %s is accepted: %s', (ends_at, isTaken) => {
  const campaign = { title: 'A well', description: '', goal_amount: 1, currency: 'EUR', ends_at };
  const errors = remarks(campaign, validator(actions['campaigns.create'].params));
  expect(Object.keys(errors)).toEqual(isTaken ? [] : ['/ends_at']);
});

test('a field with the name of a prototype is one field too many', () => {
  expect(remarks(JSON.parse(`{"__proto__": {"admin": true}, ${JSON.stringify(pledge).slice(1)}`))).toEqual({
    '/__proto__': 'is not a field of this request: leave it out',
  });
});

test('ten errors are reported, however many there are', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`field${i}`, i]));
  expect(
    Object.keys(remarks(many, validator(Type.Object({}, { additionalProperties: false })))),
  ).toHaveLength(10);
});
