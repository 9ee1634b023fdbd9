import { actions, type ActionContract } from '#contracts';
import { addMs } from '#lib/world';
import { expect, test } from '@jest/globals';
import {
  currentKey,
  isDue,
  nextKey,
  PUBLISHED_BEFORE_MS,
  REREAD_MS,
  SIGNS_FOR_MS,
  turnOf,
} from './signing-key.rules.ts';

const START = '2026-01-31T12:00:00.000Z';
const first = { kid: 'first', created_at: START, signs_at: START };
const at = addMs(START, SIGNS_FOR_MS);
const second = { kid: 'second', created_at: at, signs_at: addMs(at, PUBLISHED_BEFORE_MS) };

test('the first key signs at once', () => {
  expect(turnOf([], START)).toBe(START);
  expect(currentKey([first], START)).toBe(first);
});

test('a new key is published for a while before it signs, and the old one signs until then', () => {
  const both = [second, first];
  expect(turnOf([first], at)).toBe(second.signs_at);
  expect(currentKey(both, addMs(second.signs_at, -1))).toBe(first);
  expect(nextKey(both, addMs(second.signs_at, -1))).toBe(second);
  expect(currentKey(both, second.signs_at)).toBe(second);
  expect(nextKey(both, second.signs_at)).toBeUndefined();
});

test('it is published for longer than any client or node keeps what it has read', () => {
  const { max_age_s } = actions['auth.jwks'] as ActionContract;
  expect(PUBLISHED_BEFORE_MS).toBeGreaterThan(max_age_s! * 1000 + REREAD_MS);
});

test('the next key is made after 90 days, unless there is one', () => {
  expect(isDue([], START)).toBe(true);
  expect(isDue([first], addMs(at, -1))).toBe(false);
  expect(isDue([first], at)).toBe(true);
  expect(isDue([first, second], at)).toBe(false);
});
