import { world } from '#lib/world';
import type { StoredDeadLetter } from '#mixins/inbox';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cancelled, consumers, publish, publisher } from './consumers.fixture.ts';

// An hour before the third attempt: none of these tests waits for it.
const retry_delays_ms = [10, 3_600_000];

let fixture: ReturnType<typeof consumers>;
let platform: TestPlatform;

beforeEach(async () => {
  fixture = consumers();
  const own = [publisher, fixture.payments, fixture.totals];
  platform = await startTestPlatform({ services: [], own, nodes: 2, settings: { retry_delays_ms } });
});
afterEach(() => platform.stop());

/** The connection that holds the lock of the relay, if there is one. */
async function relaying(): Promise<number | undefined> {
  const { rows } = await platform.db('pledges').query<{ pid: number }>(
    `select pid from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and datname = current_database()`,
  );
  return rows[0]?.pid;
}

test('of two nodes one relays; when it stops the other takes over', async () => {
  const key = world.newId();
  for (const n of [1, 2, 3]) await publish(platform, (tx) => cancelled(tx, key, n), n % 2);
  await platform.quiet();
  const leaders = new Set(fixture.attempts.map(({ on }) => on));
  expect(leaders.size).toBe(1);

  const first = platform.nodes.findIndex(({ nodeID }) => leaders.has(nodeID));
  await platform.nodes[first]!.stop();
  const heir = 1 - first;
  for (const n of [4, 5]) await publish(platform, (tx) => cancelled(tx, key, n), heir);
  await platform.quiet();
  expect(fixture.attempts.slice(3).map(({ on }) => on)).toEqual(Array(2).fill(platform.nodes[heir]!.nodeID));
  expect(fixture.taken(key)).toEqual([1, 2, 3, 4, 5]);
});

test('when its connection breaks a relay starts again', async () => {
  const key = world.newId();
  await platform.nodes[1]!.stop(); // nobody can take over
  const pid = await until(relaying);
  await platform.db('pledges').query('select pg_terminate_backend($1)', [pid]);
  await publish(platform, (tx) => cancelled(tx, key, 1));
  await platform.quiet();
  expect(fixture.taken(key)).toEqual([1]);
  expect(await relaying()).not.toBe(pid);
});

test('pending deliveries survive the node, with their order and their attempts', async () => {
  const key = world.newId();
  fixture.failing = ({ n }) => n === 1 && new Error('never');
  await publish(platform, (tx) => cancelled(tx, key, 1));
  const parked = (attempts: number) =>
    platform.count('pledges', 'deliveries where key = $1 and attempts = $2', key, attempts);
  await until(() => parked(2));

  const first = platform.nodes.findIndex(({ nodeID }) => nodeID === fixture.attempts[0]!.on);
  await platform.nodes[first]!.stop();
  await publish(platform, (tx) => cancelled(tx, key, 2), 1 - first);
  await until(() => parked(0)); // taken over, and waiting behind the one that failed
  expect(await parked(2)).toBe(1);
  const inAnHour = `deliveries where attempts = 2 and due_at > now() + interval '59 minutes'`;
  expect(await platform.count('pledges', inAnHour)).toBe(1);
  expect(fixture.taken(key)).toEqual([]);

  await platform.db('pledges').query('update deliveries set due_at = now() where attempts = 2');
  await platform.quiet();
  expect(fixture.taken(key)).toEqual([2]);
  const letters = await platform.nodes[1 - first]!.call<StoredDeadLetter[]>('payments.deadLetters');
  expect(letters).toMatchObject([{ attempts: 3, error: 'Error: never', message: { key } }]);
});

test('a message that commits late, after later ones were carried, is delivered after its commit, and before the next of its key', async () => {
  const [late, early] = [world.newId(), world.newId()];
  let commit = () => {};
  const isToCommit = new Promise<void>((resolve) => (commit = resolve));
  let isWritten = false;
  const publishing = publish(platform, async (tx) => {
    await cancelled(tx, late, 1);
    isWritten = true;
    await isToCommit;
  });
  await until(() => isWritten);
  // Long enough for the relay to move on twice.
  const deadline_ms = performance.now() + 2_200;
  for (let n = 1; performance.now() < deadline_ms; n++) {
    await publish(platform, (tx) => cancelled(tx, early, n));
    await until(() => fixture.taken(early).length === n);
  }
  expect(fixture.taken(late)).toEqual([]);
  commit();
  await publishing;
  await publish(platform, (tx) => cancelled(tx, late, 2));
  await until(() => fixture.taken(late).length === 2);
  expect(fixture.taken(late)).toEqual([1, 2]);
});

test('a transaction that is rolled back publishes nothing', async () => {
  const [taken, dropped] = [world.newId(), world.newId()];
  const rolledBack = publish(platform, async (tx) => {
    await cancelled(tx, dropped, 1);
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  await publish(platform, (tx) => cancelled(tx, taken, 1));
  await platform.quiet();
  expect(fixture.attempts.map(({ key }) => key)).toEqual([taken]);
});
