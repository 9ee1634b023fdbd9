import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeTable } from '#mixins/actors/counters.fixture';
import { timerOf, timedCounters } from './timers.fixture.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [timedCounters().service] });
  await makeTable(platform);
});
afterAll(() => platform.stop());

const db = () => platform.db('counters');

test('rows of the inbox are deleted after 90 days, a thousand at a time; dead letters never are', async () => {
  await db().query(
    `insert into inbox select gen_random_uuid(), 'old', null, null, now() - interval '91 days' from generate_series(1, 2001)`,
  );
  await db().query(
    `insert into inbox select gen_random_uuid(), 'young', null, null, now() - interval '89 days'`,
  );
  await db().query(
    `insert into dead_letters select gen_random_uuid(), '{}', 'of old', 4, now() - interval '900 days'`,
  );
  await until(() => timerOf(platform, 'retention inbox', ''));
  await db().query(`update timers set due_at = now(), leased_until = null where name = 'retention inbox'`);
  await until(async () => (await platform.count('counters', `inbox where command = 'old'`)) === 1001);
  await until(async () => (await platform.count('counters', `inbox where command = 'old'`)) === 0);
  expect(await platform.count('counters', 'inbox')).toBe(1);
  expect(await platform.count('counters', 'dead_letters')).toBe(1);
  const next = await until(async () => {
    const row = await timerOf(platform, 'retention inbox', '');
    return row?.leased_until === null && row.due_at.getTime() > Date.now() + 60_000 ? row : undefined;
  });
  expect(next.attempts).toBe(0);
});
