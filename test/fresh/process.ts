// The platform as its users run it: `node start.ts`, a process of its own with real HTTP, to be stopped or killed.
import { query, cleanUp as cleanUpDataDirs, freshDataDir, postmasterOf } from '#lib/postgres/fixtures';
import { readCluster } from '#lib/postgres/cluster';
import { adminUrlOf } from '#lib/postgres/hold';
import { freePort } from '#lib/postgres/postmaster';
import { loadServices } from '#lib/services';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from '#test/platform';

export { freshDataDir, postmasterOf };

export interface PlatformProcess {
  child: ChildProcess;
  url: string;
  /** All its output so far, of both streams. */
  output(): string;
  /** Resolves once it says that it is ready; throws its output if it ends before. */
  ready(): Promise<void>;
  /** Its exit code; null if a signal ended it. */
  exit: Promise<number | null>;
}

const ROOT = join(import.meta.dirname, '../..');
/** As users start it, but without the demo's data, which would disturb most tests. */
export const NPM_START = ['npm', '--prefix', ROOT, 'start', '--', '--no-demo'] as const;
export const START_WITH_DEMO = [process.execPath, join(ROOT, 'start.ts')] as const;
const START = [...START_WITH_DEMO, '--no-demo'] as const;
// A start compiles for a quarter of its time, and a run starts a hundred times.
const NODE_COMPILE_CACHE = join(ROOT, 'node_modules/.cache/compiled');
const children: ChildProcess[] = [];

/** Starts a platform on this DATA_DIR. It gets nothing of our environment but `env`. */
export async function startProcess(
  dataDir: string,
  env: Record<string, string> = {},
  [command, ...args]: readonly [string, ...string[]] = START,
): Promise<PlatformProcess> {
  const port = env['PORT'] ?? String(await freePort());
  const child = spawn(command, args, {
    cwd: '/',
    // All clients of a test have one address.
    env: { RATE_LIMITS: 'off', NODE_COMPILE_CACHE, DATA_DIR: dataDir, PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const exit = once(child, 'close').then(() => child.exitCode);
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    exit,
    async ready() {
      await until(() => output.includes('is ready') || hasEnded(child));
      if (hasEnded(child)) throw new Error(`The platform ended before it was ready:\n${output}`);
    },
  };
}

/** Ends a process as `kill -9` does; resolves once it has ended. */
export async function killProcess({ child, exit }: PlatformProcess): Promise<void> {
  child.kill('SIGKILL');
  await exit;
}

/** The processes of the Postgres on this DATA_DIR, its postmaster first. */
export async function postgresPids(dataDir: string): Promise<number[]> {
  const postmaster = await postmasterOf(dataDir);
  if (!postmaster) return [];
  // From Postgres itself, not from /proc or ps: the same everywhere. Our own connection is among them.
  const rows = await query((await databaseUrls(dataDir))['postgres']!, 'select pid from pg_stat_activity');
  return [postmaster, ...rows.map(({ pid }) => Number(pid))];
}

/** The URL of each service's database, and of `postgres`, as the superuser. */
export async function databaseUrls(dataDir: string): Promise<Record<string, string>> {
  const cluster = await readCluster(dataDir);
  if (!cluster) throw new Error(`Nothing was started on ${dataDir}`);
  const admin = adminUrlOf(cluster);
  const services = (await loadServices(null)).filter(({ database }) => database);
  const urls = services.map(({ name }) => [name, admin.replace(/postgres$/, `commonweal_${name}`)]);
  return { postgres: admin, ...(Object.fromEntries(urls) as Record<string, string>) };
}

/** To be called after each test: leaves no process and no DATA_DIR behind. */
export async function cleanUp(): Promise<void> {
  for (const child of children.splice(0)) {
    if (hasEnded(child)) continue;
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  await cleanUpDataDirs();
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
