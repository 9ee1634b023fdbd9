import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { usage } from '../bin/cli/commands.ts';

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

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** All that the first group of `pattern` finds. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

/** The same in a document, without its blocks of code. */
const named = (file: string, pattern: RegExp) => all(textOf(file).replace(/^```.*?^```$/gms, ''), pattern);

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

test.each(documents)('%s: every command that it names exists', (file) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const runs = all(textOf(file), /npm run ([\w:]+)/g);
  expect(runs.filter((script) => !(script in scripts))).toEqual([]);
  const commands = named(file, /`(?:npx )?commonweal ([a-z-]+(?: [a-z]+)?)/g);
  expect(commands.filter((command) => !usage.includes(`  commonweal ${command}`))).toEqual([]);
});

test('README.md lists all settings, and nothing else', () => {
  const settings = ['config.ts', 'config.door.ts', 'config.oidc.ts'].map(textOf).join('\n');
  const read = all(settings, /(?:\bread(?:<[^(]*>)?\(\s*|env\[)'([A-Z_]+)'/g);
  const rows = named('README.md', /^\| (`[A-Z].*?`) +\|/gm).flatMap((cell) => all(cell, /`([A-Z_]+)`/g));
  expect(rows.sort()).toEqual([...new Set(read)].sort());
});

test('docs/ARCHITECTURE.md is read in one sitting: it has 900 words at most', () => {
  expect(textOf('docs/ARCHITECTURE.md').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(900);
});
