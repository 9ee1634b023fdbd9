import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { timerOf, timedCounters } from './timers.fixture.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [timedCounters().service] });
});
afterAll(() => platform.stop());

const count = () => platform.count('counters', 'inbox');

/** Retention has run to its end, and is due again in an hour. */
const hasRun = () =>
  until(async () => {
    const row = await timerOf(platform, 'retention inbox', '');
    return row?.leased_until === null && row.due_at.getTime() > Date.now() + 60_000 ? row : undefined;
  });

async function deleteOld() {
  await platform
    .db('counters')
    .query(`update timers set due_at = now(), leased_until = null where name = 'retention inbox'`);
  return hasRun();
}

test('retention skips rows that a transaction holds, and deletes them when it runs again', async () => {
  await hasRun();
  const db = platform.db('counters');
  await db.query(
    `insert into inbox select gen_random_uuid(), 'old', null, null, now() - interval '91 days' from generate_series(1, 10)`,
  );
  const rival = await db.connect();
  try {
    await rival.query('begin');
    await rival.query('select from inbox limit 3 for update');
    expect(await deleteOld()).toMatchObject({ attempts: 0, error: null });
    expect(await count()).toBe(3);
  } finally {
    await rival.query('rollback');
    rival.release();
  }
  await deleteOld();
  expect(await count()).toBe(0);
});
