import { expect, test } from '@jest/globals';
import { runsOf } from './runs.ts';

/** Each run, with an arrow where it is read from the right. */
const shown = (line: string) =>
  runsOf(line).map(({ text, isRightToLeft }) => (isRightToLeft ? `←${text}` : text));

test('a line in one direction is one run', () => {
  expect(runsOf('Zoë Łukasiewicz')).toEqual([
    { text: 'Zoë Łukasiewicz', font: 'sans', isRightToLeft: false },
  ]);
  expect(shown('שרה כהן')).toEqual(['←שרה כהן']);
});

test('a line in two directions is laid out from left to right, its numbers and brackets as they are read', () => {
  expect(shown('Ann אן Li')).toEqual(['Ann ', '←אן', ' Li']);
  expect(shown('محمد 42')).toEqual(['42', '←محمد ']);
  expect(shown('שרה (2026) x')).toEqual(['x', '← (', '2026', '←שרה )']);
});

test('what the first font lacks is in the other, with the signs around it', () => {
  expect(runsOf('Ann 山田, 東京').map(({ text, font }) => [font, text])).toEqual([
    ['sans', 'Ann '],
    ['wide', '山田, 東京'],
  ]);
});

test('signs of control become blanks, and letters with separate accents one letter', () => {
  expect(shown('a\u0000b\u2028c')).toEqual(['a b c']);
  expect(shown('e\u0301')).toEqual(['é']);
});
