import { violations } from '#test/invariants/fundraising';
import { settingsOf } from '#lib/broker';
import { callerOf } from '#test/callers';
import { metaOf, until } from '#test/platform';
import { isWhole } from '#test/whole';
import { brokenPromises } from '#test/crash/promises';
import { startLoad, type Load } from '#test/crash/load';
import { untilSettled } from '#test/crash/settled';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  isReady,
  pledgeToTotals,
  publicationsUnderWay,
  SECRET,
  startThreads,
  stopThreads,
  type Threads,
} from './platform.ts';

/** The services whose threads end under load. */
const VICTIMS = isWhole
  ? [['pledges'], ['payments'], ['pledges', 'payments'], ['totals']]
  : [['pledges', 'payments'], ['totals']];

let platform: Threads;
let load: Load | undefined;
/** The errors that the main thread has logged. */
let logged: unknown[][];

beforeAll(async () => {
  platform = await startThreads();
});
beforeEach(() => {
  logged = [];
  platform.broker.logger.error = (...parts: unknown[]) => void logged.push(parts);
});
afterAll(async () => {
  load?.abandon();
  await stopThreads();
});

/** The node of a service, as the main thread knows it; none while it is unavailable. */
const nodeOf = (service: string) =>
  platform.broker.registry.getActionEndpoints(`${service}.health`).endpoints[0]?.id;

/** The worker of a service. */
function workerOf(service: string) {
  const nodeID = nodeOf(service)!;
  return { nodeID, worker: platform.workers.get(nodeID)! };
}

test('calls of a thread that ends fail at once, and it is back under another name', async () => {
  const { owner, answers, ids, release } = await publicationsUnderWay(platform, 1);
  // The client's own gateway may end with it.
  const answered = Promise.allSettled(answers);
  const { nodeID, worker } = workerOf('campaigns');
  // It waits behind the owner's own request, whose row is held.
  const { id: user_id } = await owner.call('users.me', {});
  const meta = metaOf(settingsOf(platform.broker), { caller: callerOf(user_id) });
  const asking = platform.broker.call('campaigns.publish', { id: ids[0] }, { meta });
  const failure = asking.then(
    () => null,
    (error: { type?: string }) => error.type,
  );
  await worker.terminate();
  // Otherwise it would fail by a time-out, after 10 s, or a heartbeat, after 30.
  expect(await failure).toBe('REQUEST_REJECTED');
  await answered;
  await release();

  await until(() => isReady(platform.url));
  expect(workerOf('campaigns').nodeID).not.toBe(nodeID);
  expect(platform.workers.size).toBe(2);
});

test('the services of a thread that ends are back, again and again', async () => {
  for (let i = 0; i < (isWhole ? 3 : 2); i++) {
    // A warm thread must be ready to replace it.
    await until(() => platform.hasSpare());
    const { nodeID, worker } = workerOf('pledges');
    await worker.terminate();
    // For some milliseconds the end is unnoticed, and the platform seems well.
    await until(
      async () => ![undefined, nodeID].includes(nodeOf('pledges')) && (await isReady(platform.url)),
    );
  }
  await pledgeToTotals(platform.url);
});

test('an exception that ends a thread is logged, and the thread replaced', async () => {
  const { nodeID, worker } = workerOf('pledges');
  // Not a message of ours: the thread that reads it throws.
  worker.postMessage(null);
  const [text, error] = await until(() => logged.find(([text]) => String(text).includes(nodeID)));
  expect(text).toMatch(new RegExp(`^Thread ${nodeID} ended; another takes its place in \\d+ ms$`));
  expect(error).toMatchObject({ name: 'TypeError', stack: expect.stringContaining('worker.ts') });
  await until(() => isReady(platform.url));
});

test('whichever threads end under load, everything acknowledged is there, and has its effect once', async () => {
  load = await startLoad(platform.url, SECRET, numbers(7));
  for (const services of VICTIMS) {
    load.resume();
    await load.acknowledged(150);
    await Promise.all(services.map((service) => workerOf(service).worker.terminate()));
    await until(() => isReady(platform.url));
  }
  await load.finish();
  await untilSettled(platform.urls);
  expect(await brokenPromises(load.history, platform.urls)).toEqual([]);
  expect(await violations(platform.urls)).toEqual([]);
});

/** The same seed, the same numbers: Park and Miller's. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
