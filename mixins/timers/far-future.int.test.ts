import { addMs, world } from '#lib/world';
import { aCounter, makeTable, valueOf } from '#mixins/actors/counters.fixture';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { schedule } from './index.ts';
import { named, timerOf, timedCounters } from './timers.fixture.ts';

const DAY_MS = 24 * 3600_000;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [timedCounters().service] });
  await makeTable(platform);
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => platform.stop());

/** Schedules an addition of `n` to a new counter. */
async function scheduled(due_at: string): Promise<string> {
  const key = await aCounter(platform);
  await schedule(platform.db('counters'), { name: named('add'), key, due_at, payload: { n: 1 } as never });
  return key;
}

/** Resolves when everything due by now has fired. */
async function aRoundLater() {
  const key = await scheduled('2020-01-01T00:00:00.000Z');
  await until(async () => !(await timerOf(platform, 'add', key)));
  expect((await valueOf(platform, key)).n).toBe(1);
}

// Node's own timers take 2^31 ms at most, 24.8 days, and fire at once beyond.
test.each([25, 30, 365, 36_500])('a timer due in %i days does not fire today', async (days) => {
  const due_at = addMs(world.now(), days * DAY_MS);
  const key = await scheduled(due_at);
  await aRoundLater();
  expect(await timerOf(platform, 'add', key)).toMatchObject({
    due_at: new Date(due_at),
    attempts: 0,
    leased_until: null,
  });
  expect((await valueOf(platform, key)).n).toBe(0);
});

test.each([
  ['ahead', DAY_MS],
  ['behind', -DAY_MS],
])(
  'a node whose clock is a day %s fires what Postgres says is due, and nothing else',
  async (_where, by_ms) => {
    const later = await scheduled(addMs(world.now(), 3600_000));
    const [now, nowMs] = [world.now, world.nowMs];
    jest.spyOn(world, 'nowMs').mockImplementation(() => nowMs() + by_ms);
    jest.spyOn(world, 'now').mockImplementation(() => addMs(now(), by_ms));
    await aRoundLater();
    await aRoundLater();
    expect((await valueOf(platform, later)).n).toBe(0);
  },
);
