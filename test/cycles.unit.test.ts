import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findCycles, importsBelow } from './cycles.ts';

const ROOT = join(import.meta.dirname, '..');

test('no file imports itself, by however many others', () => {
  const imports = importsBelow(ROOT);
  // The whole platform is searched, with its imports by '#…' too.
  expect(imports.get('lib/services.ts')).toEqual(
    expect.arrayContaining(['contracts/index.ts', 'lib/service.ts']),
  );
  expect(findCycles(imports).map((cycle) => cycle.join(' → '))).toEqual([]);
});

describe('a circle of imports is found', () => {
  test.each([
    ['of two files', { 'a.ts': `import { b } from './b.ts';`, 'b.ts': `import { a } from './a.ts';` }],
    [
      'of types, re-exports and names of the package',
      {
        'lib/world.ts': `import type { A } from '#mixins/actors';`,
        'mixins/actors/index.ts': `export * from './part.ts';`,
        'mixins/actors/part.ts': `import { type B } from '#contracts';`,
        'contracts/index.ts': `export type { C } from '../lib/world.ts';`,
      },
    ],
    ['of one file', { 'a.ts': `import * as a from './a.ts';` }],
  ])('%s', (_what, files: Record<string, string>) => {
    expect(cyclesOf(files).map((cycle) => new Set(cycle))).toEqual([new Set(Object.keys(files))]);
  });

  test('behind files that are in none', () => {
    const files = {
      'a.ts': `import './b.ts';\nimport './c.ts';`,
      'b.ts': `import './c.ts';`,
      'c.ts': `import './d.ts';`,
      'd.ts': `import './c.ts';`,
    };
    expect(cyclesOf(files)).toEqual([['c.ts', 'd.ts', 'c.ts']]);
  });
});

test('two ways to one file are no circle', () => {
  const files = {
    'a.ts': `import './b.ts';\nimport './c.ts';`,
    'b.ts': `import './d.ts';`,
    'c.ts': `import './d.ts';`,
    'd.ts': '',
  };
  expect(cyclesOf(files)).toEqual([]);
});

function cyclesOf(files: Record<string, string>): string[][] {
  const root = mkdtempSync(join(tmpdir(), 'cycles-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return findCycles(importsBelow(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}
