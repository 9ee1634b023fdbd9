// The package as npm would publish it, installed elsewhere, against a whole platform.
import { client as testClient, provider } from '#test/client';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const [CLIENT, MODULES] = ['client', 'node_modules'].map((name) =>
  join(import.meta.dirname, '../..', name),
) as [string, string];

let platform: TestPlatform;
/** Where the package is installed. */
let folder: string;

beforeAll(async () => {
  folder = await install();
  platform = await startTestPlatform();
});
afterAll(async () => {
  await platform?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** Packs it and unpacks it where Node looks for packages, beside its one dependency. */
async function install(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'client-'));
  const home = join(folder, 'node_modules/@commonweal/client');
  await mkdir(home, { recursive: true });
  await run(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', CLIENT]);
  const packing = ['pack', CLIENT, '--ignore-scripts', '--offline', '--pack-destination', folder];
  await run('npm', packing, { cwd: folder });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
  await run('tar', ['-xzf', join(folder, archive), '-C', home, '--strip-components=1']);
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    await symlink(join(MODULES, name), join(folder, 'node_modules', name));
  return folder;
}

/** The first pledge, as the README of the client has it. */
async function firstPledge(): Promise<string> {
  const readme = await readFile(join(CLIENT, 'README.md'), 'utf8');
  return /```js\n(.*?)```/s.exec(readme)![1]!;
}

test('the first pledge of the README works with the package as it is published', async () => {
  await writeFile(join(folder, 'first-pledge.mjs'), await firstPledge());
  const child = spawn(process.execPath, [join(folder, 'first-pledge.mjs'), platform.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));

  // Its donor pays once the stream has shown the pledge.
  await until(() => lines.includes('1 pledged, 0 received') || child.exitCode !== null);
  const { report, open } = provider(platform.url, platform.settings.sandbox_webhook_secrets[0]!);
  const payment_id = await open(lines[0]!);
  await report({ type: 'payment.captured', payment_id, amount: 2500 });
  expect(await exit).toBe(0);
  expect(lines.at(-1)).toBe('1 pledged, 2500 received');
  const [campaign] = (await testClient(platform.url).call('campaigns.list', {})).data;
  expect(campaign!.title).toBe('A well');
});

test('its types are found by the package, and know what a route takes and answers', async () => {
  const uses = `import type { components } from '@commonweal/client';
export const total: Promise<number> = ok(
  client.GET('/api/campaigns/{campaign_id}/totals', { params: { path: { campaign_id: '' } } }),
).then((totals) => totals.total);
export const read = (totals: components['schemas']['Totals']) => totals.as_of;
// @ts-expect-error: there is no such route
void client.GET('/api/campaign');
// @ts-expect-error: an amount is a number
void client.POST('/api/pledges', { body: { campaign_id: '', amount: '25', currency: 'EUR' } });
`;
  await writeFile(join(folder, 'uses.mts'), `${await firstPledge()}\n${uses}`);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
  const roots = ['--typeRoots', join(MODULES, '@types')];
  const args = [join(MODULES, 'typescript/bin/tsc'), ...options, ...roots, join(folder, 'uses.mts')];
  const said = await run(process.execPath, args, { cwd: folder }).catch((error: { stdout: string }) => error);
  expect(said.stdout).toBe('');
});
