import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyOfRepository } from '#test/copy';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const DOC = join(import.meta.dirname, '../../docs/adding-a-service.md');
/** The commands of the page, in their order. */
const commands = [...readFileSync(DOC, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
);

let copy: string;
beforeAll(async () => {
  copy = await copyOfRepository();
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs a line as a shell would in the copy; its exit code, and what it wrote if that is not 0. */
const run = (line: string) =>
  promisify(execFile)('sh', ['-c', line], { cwd: copy, maxBuffer: 2 ** 24 }).then(
    () => ({ line, code: 0, output: '' }),
    (error: { code: unknown; stdout: string; stderr: string }) => ({
      line,
      code: error.code,
      output: `${error.stdout}${error.stderr}`,
    }),
  );
const done = (line: string) => ({ line, code: 0, output: '' });

const files = () =>
  globSync('{contracts,machines,services}/**/*.ts', { cwd: copy }).map((file) => [
    file,
    readFileSync(join(copy, file), 'utf8'),
  ]);

test('what is refused leaves everything as it was', async () => {
  const before = files();
  for (const asked of ['service fundraising/pledges', 'action pledges.cancel "Cancels."', 'services x', ''])
    expect(await run(`npm run -s new -- ${asked}`)).toMatchObject({ code: 2 });
  expect(files()).toEqual(before);
});

/** To services that exist: with an actor whose state is its own, and with one of two words. */
const actions = [
  `pledges.praise "Praises the donor's friends." --entity pledge`,
  `sandbox.look_twice "Looks twice." --entity sandbox_payment`,
];
const written = [
  'services/fundraising/pledges/pledges.service.ts services/fundraising/pledges/*praise*.ts',
  'services/finance/sandbox/sandbox.service.ts services/finance/sandbox/*look*.ts',
  'services/*/*/actions/*look*.ts services/fundraising/pledges/actions/praise.ts',
];

test('docs/adding-a-service.md does what it says, and what is written lints, compiles, starts and keeps its promises', async () => {
  for (const action of actions)
    expect(await run(`npm run -s new -- action ${action}`)).toMatchObject({ code: 0 });
  expect(commands.filter((line) => line.startsWith('npm run new'))).toHaveLength(4);
  for (const line of commands) {
    // The page knows nothing of these actions.
    const all = line.startsWith('npx ') ? `${line} ${written.join(' ')}` : line;
    expect(await run(all)).toEqual(done(all));
  }
});
