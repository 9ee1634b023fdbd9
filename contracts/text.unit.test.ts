import { expect, test } from '@jest/globals';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import { isLonger, Line, Text } from './text.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const line = TypeCompiler.Compile(Line(200));

test.each([
  ['a', 'a'],
  ['an emoji of a family', FAMILY],
  ['one with a colour of skin for each', '👨🏽‍👩🏽‍👧🏽‍👦🏽'],
  ['a flag', '🇺🇦'],
  ['a letter and its mark', 'e\u0301'],
  ['a syllable of Hindi', 'नि'],
  ['a syllable of Korean in its parts', '\u1112\u1161\u11ab'],
])('%s is one character', (_what, character) => {
  expect(isLonger(character.repeat(200), 200)).toBe(false);
  expect(isLonger(character.repeat(201), 200)).toBe(true);
  expect(line.Check(character.repeat(200))).toBe(true);
  expect(line.Check(character.repeat(201))).toBe(false);
});

test('a letter with more marks than any script has counts as too long', () => {
  expect(isLonger(`a${'\u0301'.repeat(3999)}`, 200)).toBe(false);
  expect(isLonger(`a${'\u0301'.repeat(4000)}`, 200)).toBe(true);
});

test.each([
  '',
  ' ',
  '\u00a0\u3000',
  '\u200b\u200c\u200d\u200e\u200f',
  '\u2060',
  '\ufeff',
  '\u2800',
  '\u3164',
  '\u115f\u1160',
  '\uffa0',
  '\u00ad',
  '\u0301\u0301',
  '\ufe0f',
  '\u{e0041}\u{e007f}',
  '\u{1d159}',
  ' \u200b\u2800\u3164\u0301 ',
])('a title or name in which there is nothing to see is refused: %j', (blank) => {
  expect(line.Check(blank)).toBe(false);
  expect(Value.Check(Line(200), blank)).toBe(false);
});

test.each(['A well', '水', '7', '!', '🎻', 'ﬀ', '\u0915\u094d', 'A\u200bwell', '👁️‍🗨️', '\u202bعلی\u202c'])(
  'a title or name that can be seen is one: %j',
  (text) => expect(line.Check(text)).toBe(true),
);

test.each(['A\nwell', 'A\r', '\u001b[2J', 'A\u0085B', 'A\u2028B', 7, null, undefined, ['A']])(
  'a title or name is text in one line: not %j',
  (value) => expect(line.Check(value)).toBe(false),
);

test('a description has lines, and may be blank', () => {
  const text = TypeCompiler.Compile(Text(10));
  for (const taken of ['', ' ', 'a\nb', FAMILY.repeat(10)]) expect(text.Check(taken)).toBe(true);
  expect(text.Check('a'.repeat(11))).toBe(false);
  expect(Value.Check(Text(10, 1), '')).toBe(false);
});

test('its schema is JSON Schema, and says what a character is counted as', () => {
  expect(JSON.parse(JSON.stringify(Line(200)))).toEqual({
    type: 'string',
    minLength: 1,
    maxLength: 4000,
    description: 'from 1 to 200 characters as people count them, not all blank, without control characters',
  });
});
