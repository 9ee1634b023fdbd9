// Kills under load, on the same data again and again; after each, everything is checked.
import { freePort } from '#lib/postgres/postmaster';
import { world } from '#lib/world';
import {
  databaseUrls,
  freshDataDir,
  killProcess,
  postgresPids,
  startProcess,
  type PlatformProcess,
} from '#test/fresh/process';
import { look, violations, type Urls } from '#test/invariants/fundraising';
import { until } from '#test/platform';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startLoad } from './load.ts';
import { brokenPromises } from './promises.ts';
import { untilSettled } from './settled.ts';

export type Victim = 'everything' | 'the platform' | 'a thread' | 'postgres';

interface Storm {
  victims: readonly Victim[];
  /** The number of acknowledgements before a kill, at least and at most. */
  acknowledged: readonly [number, number];
  /** In [0, 1). */
  random: () => number;
  print?: (text: string) => void;
}

export interface Aftermath {
  pledges: number;
  webhooks: number;
  /** Violations and broken acknowledgements. */
  wrong: string[];
}

const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');
const THREADS = [process.execPath, join(import.meta.dirname, 'threads.ts')] as const;

/** Kills one victim after another under load. `cleanUp` of test/fresh/process ends what it started. */
export async function storm({ victims, acknowledged, random, print = () => {} }: Storm): Promise<Aftermath> {
  const dataDir = await freshDataDir();
  const port = await freePort();
  const env = {
    PORT: String(port),
    SANDBOX_WEBHOOK_SECRET: SECRET,
    LOG_LEVEL: 'fatal',
    WORKERS: '2',
    GUEST_PLEDGES_PER_MINUTE: '0',
  };
  const start = () => startProcess(dataDir, env, THREADS);

  let platform = await start();
  await platform.ready();
  const load = await startLoad(platform.url, SECRET, random);
  const wrong: string[] = [];
  try {
    for (const [i, victim] of victims.entries()) {
      load.resume();
      await load.acknowledged(between(...acknowledged, random));
      const began_ms = world.nowMs();
      await kill(victim, platform, dataDir);
      await load.pause();
      if (victim === 'everything' || victim === 'the platform') platform = await start();
      await readiness(platform, victim);
      const ready_ms = world.nowMs() - began_ms;
      wrong.push(...(await wrongIn(load.history, await serviceUrls(dataDir))));
      const { pledges, webhooks } = load.history;
      print(
        `kill ${i + 1}, ${victim}: ready after ${ready_ms} ms; ${pledges.size} pledges, ${webhooks.size} webhooks, ${wrong.length} wrong`,
      );
      // Later kills would find the same again.
      if (wrong.length > 0) return { pledges: pledges.size, webhooks: webhooks.size, wrong };
    }
    load.resume();
    await load.finish();
  } finally {
    load.abandon();
  }
  const urls = await serviceUrls(dataDir);
  wrong.push(...(await wrongIn(load.history, urls)));
  // Every request has been acknowledged by now: any other row is a duplicate.
  const { pledges, webhooks } = load.history;
  const [made] = await look<{ n: number }>(urls['pledges']!, 'select count(*) n from pledges');
  if (made!.n !== pledges.size) wrong.push(`${made!.n} pledges were made of ${pledges.size}`);
  wrong.push(...(await verified(platform.url, dataDir)));
  return { pledges: pledges.size, webhooks: webhooks.size, wrong };
}

async function kill(victim: Victim, platform: PlatformProcess, dataDir: string): Promise<void> {
  if (victim === 'a thread') return killThread(platform);
  if (victim !== 'the platform') await killPostgresOf(dataDir);
  if (victim !== 'postgres') await killProcess(platform);
}

/** Resolves once the thread has ended. */
async function killThread({ child, output }: PlatformProcess): Promise<void> {
  const ended = () => output().split('was ended').length;
  const before = ended();
  child.kill('SIGUSR2');
  await until(() => ended() > before);
}

/** All at once, as far as possible: the postmaster first, so that it starts no other process. */
async function killPostgresOf(dataDir: string): Promise<void> {
  for (const pid of await postgresPids(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended before
    }
  }
}

async function serviceUrls(dataDir: string): Promise<Urls> {
  const { postgres: _, ...urls } = await databaseUrls(dataDir);
  return urls;
}

/** Resolves once the platform is ready again; throws its report of itself. */
async function readiness({ url, output }: PlatformProcess, victim: Victim): Promise<void> {
  await until(() => isReady(url)).catch(async (error: Error) => {
    const report = await fetch(`${url}/readyz`).then((answer) => answer.text(), String);
    throw new Error(`Not ready after the end of ${victim}: ${report}\n${output()}`, { cause: error });
  });
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

async function wrongIn(history: Parameters<typeof brokenPromises>[0], urls: Urls): Promise<string[]> {
  await untilSettled(urls);
  return [...(await brokenPromises(history, urls)), ...(await violations(urls))];
}

/** The platform's own violations: `commonweal verify`. */
async function verified(url: string, DATA_DIR: string): Promise<string[]> {
  const command = join(import.meta.dirname, '../../bin/commonweal.ts');
  return promisify(execFile)(process.execPath, [command, 'verify', '--url', url], { env: { DATA_DIR } }).then(
    () => [],
    ({ stdout, stderr }: { stdout: string; stderr: string }) => [`commonweal verify: ${stdout}${stderr}`],
  );
}

const between = (least: number, most: number, random: () => number) =>
  least + Math.floor(random() * (most - least));

/** mulberry32: the same seed, the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
