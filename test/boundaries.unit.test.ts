import { describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import tseslint from 'typescript-eslint';
import { isRules, NAMED_PATHS } from '../eslint/boundaries.ts';

const ROOT = join(import.meta.dirname, '..');

const find = (pattern: string) =>
  globSync(pattern, { cwd: ROOT })
    .filter((file) => !/(\.test|[./]fixtures?)\.ts$/.test(file))
    .sort();

const [services, machines, contracts] = [
  find('services/*/*/*.service.ts'),
  find('machines/**/*.ts'),
  find('contracts/*/*.ts'),
];
const rules = find('services/**/*.rules.ts');
const store = find('services/*/*/*.store.ts')[0]!;
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The services that have an actor. */
const withActor = services
  .map(dirname)
  .filter((folder) => find(`${folder}/**/*.ts`).some((file) => /\bactor(<[^(]*>)?\(/.test(textOf(file))));

/** Of code that is alike in all services, one file per folder stands for the others. */
const onePerFolder = (files: string[]) => [...new Map(files.map((file) => [dirname(file), file])).values()];
const [lib, mixins] = [onePerFolder(find('lib/**/*.ts')), onePerFolder(find('mixins/**/*.ts'))];

/** A service of the same system, where there is one, and one of another. */
const othersOf = (service: string) => {
  const system = dirname(dirname(service));
  const others = services.filter((it) => it !== service);
  const inside = others.find((it) => it.startsWith(`${system}/`));
  return [inside, others.find((it) => !it.startsWith(`${system}/`))].flatMap((it) => it ?? []);
};

const up = (file: string) => '../'.repeat(file.split('/').length - 1);
const importing = (file: string, target: string) => `import '${up(file)}${target}';`;

/** Kinds of files, with imports that each of their files must not have: [file, import]. */
const planted: [string, RegExp, [string, string][]][] = [
  [
    'a service, which imports no other',
    /imports no other service/,
    services.flatMap((it) => othersOf(it).map((other): [string, string] => [it, importing(it, other)])),
  ],
  [
    "rules, which import no other service's rules",
    /imports no other service/,
    rules.flatMap((it) => {
      const other = rules.find((one) => dirname(one) !== dirname(it));
      return other ? [[it, importing(it, other)] as [string, string]] : [];
    }),
  ],
  [
    'rules, which do no I/O',
    /Rules do no I\/O/,
    rules.flatMap((it) => [
      [it, `import { transaction } from '#lib/database';`],
      [it, `import { world } from '#lib/world';`],
      [it, `import { command } from '#mixins/actors';`],
      [it, `import pg from 'pg';`],
    ]),
  ],
  [
    'a machine, which does no I/O',
    /Rules do no I\/O/,
    machines.map((it) => [it, `import { world } from '#lib/world';`]),
  ],
  [
    'a machine, which knows no service',
    /knows none of them/,
    machines.map((it) => [it, importing(it, store)]),
  ],
  [
    'a contract, which imports contracts only',
    /Contracts import contracts/,
    contracts.map((it) => [it, `import { addMs } from '#lib/world';`]),
  ],
  ['a mixin, which knows no service', /knows none of them/, mixins.map((it) => [it, importing(it, store)])],
  ['lib, which knows no service', /knows none of them/, lib.map((it) => [it, importing(it, store)])],
  [
    'lib, which knows no mixin',
    /ground floor/,
    lib.map((it) => [it, `import { actor } from '#mixins/actors';`]),
  ],
  [
    'services, which know no Moleculer',
    /Moleculer is known to lib/,
    services
      .filter((it) => !it.includes('/gateway/'))
      .map((it) => [it, `import { Errors } from 'moleculer';`]),
  ],
];

describe('the boundaries', () => {
  const eslint = new ESLint({
    overrideConfig: tseslint.configs.disableTypeChecked,
    // The rule under test alone, so that hundreds of files take seconds.
    ruleFilter: ({ ruleId }) => ruleId === 'commonweal/boundaries',
  });

  test('name only paths that exist', () => {
    expect(NAMED_PATHS.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('cover the rules of every service that has an actor', () => {
    expect(withActor.length).toBeGreaterThan(0);
    expect(withActor.filter((folder) => !rules.some((it) => it.startsWith(`${folder}/`)))).toEqual([]);
    expect([...rules, ...machines].filter((file) => !isRules(file))).toEqual([]);
  });

  test.each(planted)('hold in each real file of %s', async (_what, message, mistakes) => {
    expect(mistakes.length).toBeGreaterThan(0);
    for (const [filePath, mistake] of mistakes) {
      const [result] = await eslint.lintText(`${mistake}\n${textOf(filePath)}`, { filePath });
      // The file itself has no error, and the planted error is refused on its line.
      const remarks = (result?.messages ?? []).map((it) => `${it.line}: ${it.message}`).join('\n');
      expect(`${filePath}\n${remarks}`).toMatch(new RegExp(`^[^\\n]+\\n1: [^\\n]*${message.source}[^\\n]*$`));
    }
  });

  test("let a service import its system's shared code, and keep shared code from services", async () => {
    for (const service of services) {
      const [shared, text] = [`${dirname(dirname(service))}/shared/link.ts`, textOf(service)];
      const [fine] = await eslint.lintText(`${importing(service, shared)}\n${text}`, { filePath: service });
      expect(fine?.messages).toEqual([]);
      const [refused] = await eslint.lintText(importing(shared, service), { filePath: shared });
      expect(refused?.messages[0]?.message).toMatch(/imports no service/);
      const [stranger] = othersOf(service).slice(-1);
      const foreign = importing(stranger!, shared);
      const [crossed] = await eslint.lintText(`${foreign}\n${textOf(stranger!)}`, { filePath: stranger! });
      expect(crossed?.messages[0]?.message).toMatch(/only that of its own system/);
    }
  });

  test("name only files that exist in the linter's own settings", async () => {
    const path = join(ROOT, 'eslint.config.js');
    const { default: settings } = (await import(path)) as { default: { files?: string[] }[] };
    const patterns = settings.flatMap(({ files }) => files ?? []);
    const found = (pattern: string) =>
      globSync(pattern, { cwd: ROOT, exclude: ['node_modules', '.commonweal'] }).length > 0;
    expect(patterns.filter((pattern) => !found(pattern))).toEqual([]);
  });
});
