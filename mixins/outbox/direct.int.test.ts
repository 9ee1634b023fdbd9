import { fail } from '#lib/errors';
import { world } from '#lib/world';
import type { StoredDeadLetter } from '#mixins/inbox';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { cancelled, created, consumers, publish, publisher } from './consumers.fixture.ts';

const fixture = consumers();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [publisher, fixture.payments, fixture.totals] });
});
afterEach(() => {
  fixture.failing = () => undefined;
  fixture.holding = () => undefined;
});
afterAll(() => platform.stop());

const deadLetters = async (consumer = 'payments') =>
  (await platform.nodes[0]!.call<StoredDeadLetter[]>(`${consumer}.deadLetters`)).map(
    ({ message: { key, payload }, error, attempts }) => ({
      key,
      n: (payload as { amount: number }).amount,
      error,
      attempts,
    }),
  );

test('messages of a key arrive in the order in which they were published', async () => {
  const keys = Array.from({ length: 10 }, world.newId);
  const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
  await Promise.all(
    keys.map(async (key) => {
      for (const n of numbers) await publish(platform, (tx) => cancelled(tx, key, n));
    }),
  );
  await platform.quiet();
  for (const key of keys) expect(fixture.taken(key)).toEqual(numbers);
});

test('a message that fails is retried after each delay; the later ones of its key wait, other keys pass', async () => {
  const [lame, sound] = [world.newId(), world.newId()];
  const tries = () => fixture.attempts.filter(({ key, n }) => key === lame && n === 1);
  fixture.failing = ({ key, n }) => key === lame && n === 1 && tries().length < 4 && new Error('not yet');

  await publish(platform, async (tx) => {
    for (const n of [1, 2]) await cancelled(tx, lame, n);
    await cancelled(tx, sound, 1);
  });
  await until(() => tries()[0]?.error);
  // A later message of its key waits as well.
  await publish(platform, async (tx) => {
    await cancelled(tx, lame, 3);
    await cancelled(tx, sound, 2);
  });
  await until(() => fixture.taken(sound).length === 2);
  expect(fixture.taken(lame)).toEqual([]);

  await platform.quiet();
  expect(fixture.taken(lame)).toEqual([1, 2, 3]);
  expect(tries()).toHaveLength(4);
  const waits_ms = tries().map(({ at_ms }, i, all) => at_ms - (all[i - 1]?.at_ms ?? 0));
  // A timer of Node's may be 1 ms early by another clock.
  for (const [i, wait_ms] of [10, 20, 40].entries())
    expect(waits_ms[i + 1]).toBeGreaterThanOrEqual(wait_ms - 1);
  expect(await deadLetters()).toEqual([]);
});

test('after the fourth failure a message is a dead letter of its consumer, and the later ones of its key are delivered', async () => {
  const key = world.newId();
  fixture.failing = ({ n, by }) => n === 1 && by === 'payments' && new Error('never');
  await publish(platform, async (tx) => {
    for (const n of [1, 2, 3]) await created(tx, key, n);
  });
  await platform.quiet();
  expect(fixture.taken(key)).toEqual([2, 3]);
  expect(fixture.attempts.filter((it) => it.key === key && it.by === 'payments')).toHaveLength(6);
  expect(await deadLetters()).toContainEqual({ key, n: 1, error: 'Error: never', attempts: 4 });
  // Another consumer of the same message has handled it at once.
  expect(fixture.taken(key, 'totals')).toEqual([1, 2, 3]);
  expect(fixture.attempts.filter((it) => it.key === key && it.by === 'totals')).toHaveLength(3);
  expect(await deadLetters('totals')).toEqual([]);
});

test('a consumer that no node runs costs no attempt and delays only itself', async () => {
  const key = world.newId();
  const node = platform.nodes[0]!;
  await node.destroyService(node.getLocalService('totals'));
  for (const n of [1, 2]) await publish(platform, (tx) => created(tx, key, n));
  await until(() => fixture.taken(key).length === 2);
  const pending = `deliveries where consumer = 'totals' and attempts = 0 and key = $1`;
  await until(async () => (await platform.count('pledges', pending, key)) === 2);
  // Called more often than a message may fail, without one failure.
  const calls = jest.spyOn(node, 'call').mock.calls;
  await until(() => calls.filter(([action]) => action === 'totals.deliver').length > 4);
  expect(await platform.count('pledges', pending, key)).toBe(2);

  node.createService(fixture.totals.schema);
  await platform.quiet();
  expect(fixture.taken(key, 'totals')).toEqual([1, 2]);
  expect(fixture.taken(key)).toEqual([1, 2]);
  expect(await deadLetters('totals')).toEqual([]);
});

test('a consumer that is busy is called again, however often, and no message fails by it', async () => {
  const key = world.newId();
  const tries = () => fixture.attempts.filter((it) => it.key === key && it.by === 'totals');
  fixture.failing = ({ by }) => by === 'totals' && tries().length < 6 && fail('BUSY');
  await publish(platform, (tx) => created(tx, key, 1));
  await platform.quiet();
  expect(tries()).toHaveLength(6);
  expect(fixture.taken(key, 'totals')).toEqual([1]);
  expect(await deadLetters('totals')).toEqual([]);
});

test('a consumer that does not answer delays the others once, then only itself', async () => {
  const key = world.newId();
  const silent = Promise.withResolvers<void>();
  fixture.holding = ({ by, n }) => (by === 'totals' && n === 1 ? silent.promise : undefined);
  await publish(platform, (tx) => created(tx, key, 1));
  // The first call lasts as long as any caller waits: 10 s.
  await until(async () => (await platform.count('pledges', 'deliveries where key = $1', key)) === 1);
  for (const n of [2, 3]) await publish(platform, (tx) => created(tx, key, n));
  await until(() => fixture.taken(key).length === 3);

  silent.resolve();
  await platform.quiet();
  expect(fixture.taken(key, 'totals').slice(-3)).toEqual([1, 2, 3]);
  expect(await deadLetters('totals')).toEqual([]);
});

test('a dead letter that can not be stored yet is not lost, and its neighbours are unhurt', async () => {
  const [lame, sound] = [world.newId(), world.newId()];
  const db = platform.db('payments');
  await db.query('alter table dead_letters rename to unavailable');
  fixture.failing = ({ key, by }) => key === lame && by === 'payments' && new Error('never\0 ever');
  await publish(platform, (tx) => created(tx, lame, 1));
  await until(() => fixture.attempts.filter((it) => it.key === lame && it.by === 'payments').length > 4);
  await publish(platform, (tx) => created(tx, sound, 1));
  await until(() => fixture.taken(sound).length === 1 && fixture.taken(sound, 'totals').length === 1);

  await db.query('alter table unavailable rename to dead_letters');
  await platform.quiet();
  expect(await deadLetters()).toContainEqual(
    expect.objectContaining({ key: lame, error: 'Error: never ever' }),
  );
});
