import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { exportedNames } from './exported-names.ts';

const ROOT = join(import.meta.dirname, '..');

/** What each system's contracts, each migration and each service's tables are read by: the same in all of them. */
const COMMON: Record<string, readonly string[]> = {
  'contracts/**/*.ts': ['actions', 'messages', 'timers', 'errors', 'permissions', 'services'],
  'services/*/*/migrations/*.ts': ['up'],
  'mixins/migrations/*.ts': ['up'],
  'services/*/*/*.ts': ['subscriptions', 'timers'],
};
const isCommon = (name: string, file: string) =>
  Object.entries(COMMON).some(([glob, names]) => names.includes(name) && matchesGlob(file, glob));

/** The folder of a service; everything else is one: what all share. */
const scopeOf = (file: string) => /^services\/[^/]+\/(?!shared\/)[^/]+(?=\/)/.exec(file)?.[0] ?? 'shared';

/** Two services may both `create`: verbs of their own. Nobody reads one service's code with another's in mind, but shared code always. */
const isTwice = (files: string[]) => {
  const scopes = new Set(files.map(scopeOf));
  return scopes.size < files.length || (scopes.size > 1 && scopes.has('shared'));
};

test('an exported name stands in one file of shared code, or in one of each service', () => {
  const files = globSync('{lib,mixins,services,contracts,machines}/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/(\.test|[./]fixtures?)\.ts$/.test(file),
  );
  const exported = files.flatMap((file) =>
    exportedNames(file, readFileSync(join(ROOT, file), 'utf8'))
      .filter((name) => !isCommon(name, file))
      .map((name) => ({ name, file })),
  );
  expect(exported.length).toBeGreaterThan(files.length);
  const twice = [...Map.groupBy(exported, ({ name }) => name)]
    .map(([name, places]) => ({ name, files: places.map(({ file }) => file).sort() }))
    .filter(({ files }) => isTwice(files));
  expect(twice.map(({ name, files }) => `${name}: ${files.join(', ')}`).sort()).toEqual([]);
});

test.each([
  [['lib/a.ts', 'mixins/b.ts'], true],
  [['lib/a.ts', 'services/one/a/a.ts'], true],
  [['services/one/shared/a.ts', 'services/one/a/a.ts'], true],
  [['services/one/a/a.ts', 'services/one/a/actions/b.ts'], true],
  [['services/one/a/a.ts', 'services/one/b/a.ts'], false],
  [['lib/a.ts'], false],
])('of %j a name stands twice: %j', (files, expected) => {
  expect(isTwice(files)).toBe(expected);
});

test.each([
  ['export const a = 1, b = 2;', ['a', 'b']],
  ['export const { a, b: [c] } = it;', ['a', 'c']],
  ['export async function a() {}', ['a']],
  ['export function a(): 1;\nexport function a() {}', ['a']],
  ['export class A {}\nexport interface B {}\nexport type C = 1;', ['A', 'B', 'C']],
  ['const a = 1;\nexport { a as b };', ['b']],
  [`import { a } from './a.ts';\nexport { a };`, []],
  ['const a = 1;\nexport default a;', []],
  ['export default function a() {}', []],
  [`export { a } from './a.ts';\nexport * from './b.ts';`, []],
])('%s', (text, names) => {
  expect(exportedNames('a.ts', text)).toEqual(names);
});
