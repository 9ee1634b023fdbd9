import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readCluster } from '#lib/postgres/cluster';
import { findPostmaster, stopPostmaster } from '#lib/postgres/postmaster';
import type { OsUser } from '#lib/postgres/process';
import { world } from '#lib/world';
import { makeDataDir, testClient } from '#test/postgres';

export interface Platform {
  process: ChildProcess;
  /** The URL, or the error. */
  line: Promise<string>;
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>;
}

const platforms: ChildProcess[] = [];
const dataDirs = new Set<string>();

/** Starts platform.fixture.ts in a process and a process group of its own. */
export function startPlatform(
  dataDir: string,
  {
    node = process.execPath,
    root = join(import.meta.dirname, '../..'),
    ...user
  }: { node?: string; root?: string } & OsUser = {},
): Platform {
  const child = spawn(node, [join(root, 'lib/postgres/platform.fixture.ts'), dataDir], {
    ...user,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  platforms.push(child);
  const line = once(createInterface(child.stdout), 'line').then(([text]) => String(text));
  return { process: child, line, kill: () => kill(child) };
}

/** A DATA_DIR in which nothing was started yet. */
export async function freshDataDir(): Promise<string> {
  const dataDir = await makeDataDir();
  dataDirs.add(dataDir);
  return dataDir;
}

/** To be called after each test: ends the processes and deletes the files of its DATA_DIRs. */
export async function cleanUp(): Promise<void> {
  for (const child of platforms.splice(0)) await kill(child);
  for (const dataDir of dataDirs) {
    const cluster = await readCluster(dataDir);
    if (cluster) {
      await stopPostmaster(cluster.folder);
      await rm(cluster.folder, { recursive: true, force: true });
    }
    await rm(dataDir, { recursive: true, force: true });
  }
  dataDirs.clear();
}

/** The pid of the server on this DATA_DIR. */
export async function postmasterOf(dataDir: string): Promise<number | undefined> {
  const cluster = await readCluster(dataDir);
  return cluster && findPostmaster(cluster.folder)?.pid;
}

/** One query on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await testClient(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Resolves once `condition` holds; the test's own time-out is the limit. */
export async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await world.sleep(5);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
