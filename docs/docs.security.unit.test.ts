// What docs/security.md says is held: its rows are those of the standard, and the tests that it names exist.
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, counted from its first: `6.3` has 6.3.1 to 6.3.4. */
const SECTIONS: Record<string, number> = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
};
const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, n) => `${section}.${n + 1}`),
);

const rows = [...text.matchAll(/^\| (\d\.\d\.\d+) +\|(.*)\|(.*)\|(.*)\|$/gm)].map(
  ([, id = '', asks = '', verdict = '', why = '']) => ({
    id,
    asks,
    verdict: verdict.trim(),
    why: why.trim(),
  }),
);
const named = [...text.matchAll(/`([\w./-]+\.test\.ts)` “([^”]+)”/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}));

test('every requirement of the chapters has one row, in order', () => {
  expect(rows.map(({ id }) => id)).toEqual(wanted);
});

test('every row is met, not met or not applicable; what is met names a test or a document, the rest a reason', () => {
  for (const { id, verdict, why } of rows) {
    expect([id, verdict]).toEqual([id, expect.stringMatching(/^(met|not met|not applicable)$/)]);
    if (verdict === 'met') expect([id, why]).toEqual([id, expect.stringMatching(/“|\]\(/)]);
    expect([id, why]).toEqual([id, expect.stringMatching(/./)]);
  }
});

/** Whether a test, a table of tests or a group of them has this name: a text of its own before a comma, as tests are named. */
const isTested = (file: string, name: string) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote},`));
};

test.each(named)('$file has the test “$name”', ({ file, name }) => {
  expect(existsSync(join(ROOT, file))).toBe(true);
  expect(isTested(file, name)).toBe(true);
});

test('it names as many tests as it has rows that are met, at least', () => {
  expect(named.length).toBeGreaterThanOrEqual(30);
});
