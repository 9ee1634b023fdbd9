import { world } from '#lib/world';
import { defineService } from '#mixins/service';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { every } from './every.ts';
import { job } from './index.ts';
import { named, timerOf, due } from './timers.fixture.ts';

const MONTH_MS = 30 * 24 * 3600_000;

let platform: TestPlatform;
beforeAll(async () => {
  const monthly = every('monthly', { each_ms: MONTH_MS, work: () => Promise.resolve() });
  const outside = job(named('outside'), () => Promise.resolve());
  const own = defineService({ name: 'counters', actions: [], timers: [monthly, outside] });
  platform = await startTestPlatform({ services: [], own: [own] });
});
afterAll(() => platform.stop());

test('work that repeats every 30 days is due again in 30 days, and its neighbours fire', async () => {
  const key = world.newId();
  await until(() => timerOf(platform, 'monthly', ''));
  await due(platform, 'outside', key);
  await until(async () => !(await timerOf(platform, 'outside', key)));
  const next = await until(async () => {
    const row = await timerOf(platform, 'monthly', '');
    return row?.leased_until === null ? row : undefined;
  });
  expect(next.due_at.getTime()).toBeGreaterThan(Date.now() + MONTH_MS - 60_000);
});
