import { addMs, world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schedule } from './index.ts';
import { named, timerOf, timedCounters } from './timers.fixture.ts';

const fixture = timedCounters();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [fixture.service] });
});
afterAll(() => platform.stop());

test('a job scheduled again for the same moment, with another payload, while it runs, runs again', async () => {
  const key = world.newId();
  const first = Promise.withResolvers<void>();
  const payloads: unknown[] = [];
  fixture.effect = async ({ key: it, payload }) => {
    if (it !== key) return;
    payloads.push(payload);
    if (payloads.length === 1) await first.promise;
  };
  const job = { name: named('outside'), key, due_at: addMs(world.now(), -1000) };
  await schedule(platform.db('counters'), { ...job, payload: { version: 1 } as never });
  await until(() => payloads.length === 1);
  // Both queries share one transaction, so that the worker can't lease it between them.
  const client = await platform.db('counters').connect();
  await client.query('begin');
  await schedule(client, { ...job, payload: { version: 2 } as never });
  await client.query(`update timers set leased_until = now() + interval '2 s' where key = $1`, [key]);
  await client.query('commit');
  client.release();
  first.resolve();
  await until(async () => !(await timerOf(platform, 'outside', key)));
  expect(payloads).toEqual([{ version: 1 }, { version: 2 }]);
});
