import { world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { consumers, publisher } from './consumers.fixture.ts';

const fixture = consumers();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [publisher, fixture.payments, fixture.totals] });
});
afterAll(() => platform.stop());

/** Commits a message as a publisher does, but without the NOTIFY. */
async function publishSilently(): Promise<string> {
  const key = world.newId();
  await platform
    .db('pledges')
    .query(
      `insert into outbox (message_id, name, key, payload, published_at) values ($1, 'pledge.cancelled', $2, '{"amount":1}', now())`,
      [world.newId(), key],
    );
  return key;
}

const arrives = (key: string) => until(() => fixture.taken(key).length === 1);

test('a message without a NOTIFY is delivered', async () => {
  await arrives(await publishSilently());
  // The relay has found the outbox empty, and waits.
  await arrives(await publishSilently());
});

test('a relay that lost its connection delivers what was committed meanwhile', async () => {
  const { rows } = await platform.db('pledges').query<{ pid: number }>(
    `select pg_terminate_backend(pid), pid from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and datname = current_database()`,
  );
  expect(rows).toHaveLength(1);
  await arrives(await publishSilently());
  await arrives(await publishSilently());
});
