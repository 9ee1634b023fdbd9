import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = [
  'bench',
  'bin',
  'contracts',
  'demo',
  'docs',
  'eslint',
  'lib',
  'machines',
  'mixins',
  'services',
  'test',
];

const find = (pattern: string) => globSync(pattern, { cwd: ROOT });
const documents = ['README.md', 'CONTRIBUTING.md', ...find('docs/**/*.md').sort()];
const fileNames = new Set(find(`{*.ts,{${FOLDERS.join(',')}}/**/*.ts}`).map((file) => basename(file)));

/** A document without its blocks of code. */
const proseOf = (file: string) => readFileSync(join(ROOT, file), 'utf8').replace(/^```.*?^```$/gms, '');

/** All that the first group of `pattern` finds in it. */
const named = (file: string, pattern: RegExp) =>
  [...proseOf(file).matchAll(pattern)].map(([, name]) => name!);

/** The anchors of its headings, as GitHub makes them. */
const anchorsOf = (file: string) =>
  named(file, /^#+ (.+)$/gm).map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

function leadsSomewhere(link: string, from: string): boolean {
  const [path, anchor] = link.split('#');
  const target = path ? join(dirname(from), path) : from;
  return existsSync(join(ROOT, target)) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

test.each(documents)('%s: every link to a file or a heading leads to one', (file) => {
  const links = named(file, /\]\((?!\w+:)([^)\s]+)\)/g);
  expect(links.filter((link) => !leadsSomewhere(link, file))).toEqual([]);
});

test.each(documents)('%s: every path that it names exists, and every pattern finds a file', (file) => {
  const paths = named(file, new RegExp(`\`((?:${FOLDERS.join('|')})/[^\`\\s<…]*)\``, 'g'));
  expect(paths.filter((path) => find(path).length === 0)).toEqual([]);
});

test.each(documents)('%s: every file that it names without its folder exists', (file) => {
  expect(named(file, /`([\w.-]+\.ts)`/g).filter((name) => !fileNames.has(name))).toEqual([]);
});

test('docs/ARCHITECTURE.md is read in one sitting: it has 900 words at most', () => {
  const words = readFileSync(join(import.meta.dirname, 'ARCHITECTURE.md'), 'utf8')
    .split(/\s+/)
    .filter(Boolean);
  expect(words.length).toBeLessThanOrEqual(900);
});
