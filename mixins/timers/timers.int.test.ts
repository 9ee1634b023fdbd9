import { fail } from '#lib/errors';
import { addMs, world } from '#lib/world';
import { aCounter, makeTable, valueOf } from '#mixins/actors/counters.fixture';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { schedule } from './index.ts';
import { timerOf, due, hurry, timedCounters, named } from './timers.fixture.ts';

const fixture = timedCounters();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [fixture.service], nodes: 2 });
  await makeTable(platform);
});
afterEach(() => {
  fixture.effect = () => Promise.resolve();
  fixture.isMore = () => false;
});
afterAll(() => platform.stop());

const db = () => platform.db('counters');
const row = (name: string, key: string) => timerOf(platform, name, key);
const gone = (name: string, key: string) => until(async () => !(await row(name, key)));
/** Both nodes have recorded the timers that had ended before: each has fired, and deleted, another one since. */
async function recordedOnBoth() {
  const fired = new Set<string>();
  await until(async () => {
    const key = world.newId();
    await due(platform, 'outside', key);
    await gone('outside', key);
    fired.add(triedOutside(key)[0]!.on);
    return fired.size === 2;
  });
}
const triedOutside = (it: string) => fixture.outside.filter(({ key }) => key === it);

test('a due timer fires once and is deleted; one that is not due stays', async () => {
  const [now, soon] = [await aCounter(platform), await aCounter(platform)];
  await schedule(db(), {
    name: named('add'),
    key: soon,
    due_at: addMs(world.now(), 1_800_000),
    payload: { n: 1 } as never,
  });
  await schedule(db(), { name: named('add'), key: now, due_at: world.now(), payload: { n: 1 } as never });
  await gone('add', now);
  expect((await valueOf(platform, now)).n).toBe(1);
  expect(await row('add', soon)).toMatchObject({ attempts: 0, leased_until: null });

  await db().query(`update timers set due_at = now() where key = $1`, [soon]);
  await gone('add', soon);
  expect((await valueOf(platform, soon)).n).toBe(1);
});

test('a timer and its actor may have different keys', async () => {
  const counter = await aCounter(platform);
  const keys = [world.newId(), world.newId()];
  for (const key of keys) await due(platform, 'add to', key, { n: 1, counter });
  for (const key of keys) await gone('add to', key);
  expect((await valueOf(platform, counter)).n).toBe(2);
});

test('a timer fired on two nodes at once has its effect once', async () => {
  const key = await aCounter(platform);
  const release = await platform.hold('counters', 'counters', key);
  await due(platform, 'add', key, { n: 1 });
  await platform.blocked('counters', 1);
  // The lease runs out while the first node still works; the first may lease it again, behind itself. Waits until both have it.
  const waiting = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await until(async () => {
    await hurry(platform, 'add', key);
    return (await platform.count('counters', waiting)) >= 2;
  });
  await release();
  await gone('add', key);
  expect(await valueOf(platform, key)).toMatchObject({ n: 1, version: 2 });
});

test('a timer that a dead node has leased is fired by another when the lease has run out, and not before', async () => {
  const [held, other] = [await aCounter(platform), await aCounter(platform)];
  const leased_until = addMs(world.now(), 30_000);
  await due(platform, 'add', held, { n: 1 }, { leased_until });
  await due(platform, 'add', other, { n: 1 });
  await gone('add', other);
  expect(await row('add', held)).toMatchObject({ leased_until: new Date(leased_until) });
  await hurry(platform, 'add', held);
  await gone('add', held);
  expect((await valueOf(platform, held)).n).toBe(1);
});

test('a timer that a dead node had leased fires when the lease has run out, without a notification', async () => {
  const key = await aCounter(platform);
  await due(platform, 'add', key, { n: 1 }, { due_at: addMs(world.now(), 500) });
  // Leased from outside before either node can; both find that when it is due.
  await db().query(`update timers set leased_until = now() + interval '1 s' where key = $1`, [key]);
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(1);
});

test('a timer that a transaction has locked is skipped', async () => {
  const [held, free] = [await aCounter(platform), await aCounter(platform)];
  const due_at = addMs(world.now(), 500);
  await due(platform, 'add', held, { n: 1 }, { due_at });
  const rival = await db().connect();
  await rival.query('begin');
  await rival.query('select from timers where key = $1 for update', [held]);
  await due(platform, 'add', free, { n: 1 }, { due_at });
  await gone('add', free);
  expect((await valueOf(platform, held)).n).toBe(0);
  await rival.query('commit');
  rival.release();
  await gone('add', held);
});

test('what a node did before it died, and could not record, is not repeated', async () => {
  const key = await aCounter(platform);
  const due_at = world.now();
  await due(platform, 'add', key, { n: 1 }, { due_at });
  await gone('add', key);
  await due(platform, 'add', key, { n: 1 }, { due_at });
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(1);
});

test('a timer that is rescheduled while it fires stays, and fires again at its new time', async () => {
  const key = await aCounter(platform);
  const again_at = addMs(world.now(), 1_800_000);
  await due(platform, 'add', key, { n: 1, again_at });
  await until(async () => (await valueOf(platform, key)).n === 1);
  const other = await aCounter(platform);
  await due(platform, 'add', other, { n: 1 });
  await gone('add', other); // recorded after it
  expect(await row('add', key)).toMatchObject({ due_at: new Date(again_at), payload: { n: 1 } as never });
  await db().query(`update timers set due_at = now() where key = $1`, [key]);
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(2);
});

/** Has Postgres note how long a timer waits after each failure, in the transaction that says so. Returns a look at the notes. */
async function notedWaits(of: string) {
  await db().query(
    `create table waits (key text, attempts int, error text, wait_s float);
     create function note() returns trigger language plpgsql as $$ begin
       insert into waits select new.key, new.attempts, new.error, extract(epoch from new.leased_until - now());
       return null;
     end $$;
     create trigger waits after update on timers for each row when (new.attempts = old.attempts + 1)
       execute function note()`,
  );
  return async (attempts: number) => {
    const noted = `select error, round(wait_s) wait_s from waits where key = $1 and attempts = $2`;
    return (await db().query<{ error: string; wait_s: number }>(noted, [of, attempts])).rows[0];
  };
}

test('a failure is counted, stored with its error, and retried after 1, 2, 4 s, doubling up to 5 minutes', async () => {
  const key = await aCounter(platform);
  const noted = await notedWaits(key);
  await due(platform, 'add', key, { n: 0 });
  for (const [attempts, wait_s] of [1, 2, 4].entries()) {
    const error: unknown = expect.stringMatching(/not|allow/i);
    expect(await until(() => noted(attempts + 1))).toEqual({ error, wait_s });
    await hurry(platform, 'add', key);
  }
  await db().query('update timers set attempts = 40, leased_until = null where key = $1', [key]);
  expect(await until(() => noted(41))).toMatchObject({ wait_s: 300 });

  await db().query(`update timers set payload = '{"n":3}', leased_until = null where key = $1`, [key]);
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(3);
});

test('a missing actor is a failure, and its neighbours fire', async () => {
  const [nobody, somebody] = [world.newId(), await aCounter(platform)];
  await due(platform, 'add', nobody, { n: 1 });
  await due(platform, 'add', somebody, { n: 1 });
  await gone('add', somebody);
  await until(async () => (await row('add', nobody))?.attempts === 1);
  expect((await row('add', nobody))?.error).toMatch(/No such pledge/);
});

test('a timer that can not even begin is a failure, and its neighbours fire', async () => {
  const [lame, sound, counter] = [world.newId(), world.newId(), await aCounter(platform)];
  await due(platform, 'add to', lame, { n: 1 }); // nothing to find its counter by
  await due(platform, 'add to', sound, { n: 1, counter });
  await gone('add to', sound);
  await until(async () => (await row('add to', lame))?.attempts === 1);
});

test('a node that fails after its lease ran out leaves the timer to the node that fires it since', async () => {
  const key = world.newId();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  fixture.effect = ({ key: it }) =>
    it !== key ? Promise.resolve() : triedOutside(key).length === 1 ? first.promise : second.promise;
  await due(platform, 'outside', key);
  await until(() => triedOutside(key).length === 1);
  await hurry(platform, 'outside', key);
  await until(() => triedOutside(key).length === 2);
  const { leased_until } = (await row('outside', key))!;
  first.reject(new Error('too late'));
  await recordedOnBoth();
  expect(await row('outside', key)).toMatchObject({ attempts: 0, error: null, leased_until });
  second.resolve();
  await gone('outside', key);
});

test('an outside effect that throws is retried, with its attempts, until it succeeds', async () => {
  const key = world.newId();
  fixture.effect = () => Promise.reject(new Error('not\0 yet'));
  await due(platform, 'outside', key);
  await until(async () => (await row('outside', key))?.attempts === 1);
  expect(await row('outside', key)).toMatchObject({ error: 'Error: not yet' });
  fixture.effect = () => Promise.resolve();
  await gone('outside', key); // a second later, by itself
  expect(triedOutside(key).map(({ attempts }) => attempts)).toEqual([0, 1]);
});

test('a transient failure is retried and not counted', async () => {
  const key = world.newId();
  fixture.effect = () => (triedOutside(key).length < 2 ? Promise.reject(fail('BUSY')) : Promise.resolve());
  await due(platform, 'outside', key);
  await gone('outside', key);
  expect(triedOutside(key).map(({ attempts }) => attempts)).toEqual([0, 0]);
});

test('slow outside effects do not hold up other timers', async () => {
  const slow = Promise.withResolvers<void>();
  fixture.effect = () => slow.promise;
  const keys = Array.from({ length: 100 }, world.newId);
  for (const key of keys) await due(platform, 'outside', key);
  await until(() => keys.filter((key) => triedOutside(key).length > 0).length === 32); // 16 on each node
  const counter = await aCounter(platform);
  await due(platform, 'add', counter, { n: 1 });
  await gone('add', counter);
  slow.resolve();
  for (const key of keys) await gone('outside', key);
  expect(keys.map((key) => triedOutside(key).length)).toEqual(keys.map(() => 1));
});

test('repeating work is done by one node, then is due again at its time; at once where more is left', async () => {
  const ticked = () => fixture.ticks.length;
  await until(async () => (await row('tick', ''))?.leased_until === null);
  expect(ticked()).toBe(1);
  const next = (await row('tick', ''))!.due_at;
  expect(next.getTime()).toBeGreaterThan(Date.now() + 3_500_000);

  fixture.isMore = () => ticked() < 3;
  await db().query(`update timers set due_at = now() where name = 'tick'`);
  await until(() => ticked() === 3);
});

test('a timer without a handler is left as it is', async () => {
  await due(platform, 'forgotten', 'k');
  const counter = await aCounter(platform);
  await due(platform, 'add', counter, { n: 1 });
  await gone('add', counter);
  expect(await row('forgotten', 'k')).toMatchObject({ attempts: 0, leased_until: null });
});
