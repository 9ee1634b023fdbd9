import { freePort } from '#lib/postgres/postmaster';
import {
  cleanUp,
  databaseUrls,
  freshDataDir,
  killProcess,
  postgresPids,
  startProcess,
  type PlatformProcess,
} from '#test/fresh/process';
import { look, untilQuiet, violations, type Urls } from '#test/invariants/fundraising';
import { until } from '#test/platform';
import { afterEach, expect, test } from '@jest/globals';
import { startLoad, type Load } from './load.ts';
import { brokenPromises } from './promises.ts';

let load: Load | undefined;
afterEach(async () => {
  load?.abandon();
  await cleanUp();
});

type Victim = 'everything' | 'the platform' | 'postgres';
const VICTIMS: Victim[] = [
  ...(['everything', 'the platform', 'everything'] as const),
  ...(['postgres', 'the platform', 'everything'] as const),
];
// Some 200 to 400 pledges, each with two or three webhooks.
const ACKNOWLEDGED_BEFORE_A_KILL = [700, 1400] as const;
const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');

test('whatever is killed, and whenever: what was acknowledged is there, and has its effect once', async () => {
  const dataDir = await freshDataDir();
  const port = await freePort();
  const start = () =>
    startProcess(dataDir, { PORT: String(port), SANDBOX_WEBHOOK_SECRET: SECRET, LOG_LEVEL: 'warn' });
  const random = seeded(20_011);

  let platform = await start();
  await platform.ready();
  load = await startLoad(platform.url, SECRET, random);
  for (const victim of VICTIMS) {
    load.resume();
    await load.acknowledged(between(...ACKNOWLEDGED_BEFORE_A_KILL, random));
    if (victim !== 'the platform') await killPostgresOf(dataDir);
    if (victim !== 'postgres') await killProcess(platform);
    await load.pause();
    if (victim !== 'postgres') platform = await start();
    await readiness(platform, victim);
    await expectPromisesKept(load, await serviceUrls(dataDir));
  }
  load.resume();
  await load.finish();

  const urls = await serviceUrls(dataDir);
  await expectPromisesKept(load, urls);
  // Nobody has an intent left that was not acknowledged: whatever else is there was made twice.
  const [{ pledges }] = (await look(urls['pledges']!, 'select count(*) pledges from pledges')) as [
    { pledges: number },
  ];
  expect(pledges).toBe(load.history.pledges.size);
  expect(pledges).toBeGreaterThan(VICTIMS.length * 100);
}, 180_000);

/** At one blow, as far as one process can: the postmaster first, so that it starts no other. */
async function killPostgresOf(dataDir: string): Promise<void> {
  for (const pid of await postgresPids(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it was quicker
    }
  }
}

async function serviceUrls(dataDir: string): Promise<Urls> {
  const { postgres: _, ...urls } = await databaseUrls(dataDir);
  return urls;
}

/** Resolves once it is ready again; throws what it says of itself. */
async function readiness(platform: PlatformProcess, victim: Victim): Promise<void> {
  await until(() => isReady(platform.url)).catch(async (error: unknown) => {
    const said = await fetch(`${platform.url}/readyz`).then((answer) => answer.text(), String);
    throw new Error(`After the end of ${victim}: ${said}\n${platform.output()}`, { cause: error });
  });
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

async function expectPromisesKept({ history }: Load, urls: Urls): Promise<void> {
  await untilQuiet(urls);
  expect(await brokenPromises(history, urls)).toEqual([]);
  expect(await violations(urls)).toEqual([]);
}

const between = (least: number, most: number, random: () => number) =>
  least + Math.floor(random() * (most - least));

/** mulberry32: the same seed, the same numbers. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
