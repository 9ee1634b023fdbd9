import { fail } from '#lib/errors';
import { addMs, world } from '#lib/world';
import { aCounter, makeTable, valueOf } from '#mixins/actors/counters.fixture';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { schedule } from './index.ts';
import { timerOf, due, hurry, timedCounters, named } from './timers.fixture.ts';

const house = timedCounters();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [house.service], nodes: 2 });
  await makeTable(platform);
});
afterEach(() => {
  house.effect = () => Promise.resolve();
  house.isMore = () => false;
});
afterAll(() => platform.stop());

const db = () => platform.db('counters');
const row = (name: string, key: string) => timerOf(platform, name, key);
const gone = (name: string, key: string) => until(async () => !(await row(name, key)));
/** Both nodes have settled what had ended before: each has fired, and forgotten, a timer since. */
async function settledOnBoth() {
  const fired = new Set<string>();
  await until(async () => {
    const key = world.newId();
    await due(platform, 'outside', key);
    await gone('outside', key);
    fired.add(triedOutside(key)[0]!.on);
    return fired.size === 2;
  });
}
const triedOutside = (it: string) => house.outside.filter(({ key }) => key === it);

test('what is due is done once and forgotten; what is not due yet stays', async () => {
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

test('a timer may be of another key than its actor', async () => {
  const counter = await aCounter(platform);
  const keys = [world.newId(), world.newId()];
  for (const key of keys) await due(platform, 'add to', key, { n: 1, counter });
  for (const key of keys) await gone('add to', key);
  expect((await valueOf(platform, counter)).n).toBe(2);
});

test('fired on two nodes at once, it has its effect once', async () => {
  const key = await aCounter(platform);
  const release = await platform.hold('counters', 'counters', key);
  await due(platform, 'add', key, { n: 1 });
  await platform.blocked('counters', 1);
  // The lease runs out while the first is still at it; that one may lease it again, behind itself. Until both have it.
  const waiting = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await until(async () => {
    await hurry(platform, 'add', key);
    return (await platform.count('counters', waiting)) >= 2;
  });
  await release();
  await gone('add', key);
  expect(await valueOf(platform, key)).toMatchObject({ n: 1, version: 2 });
});

test('what a dead node has leased is fired by another when the lease has run out, and not before', async () => {
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

test('what a dead node had leased fires when the lease has run out, though nobody tells of it', async () => {
  const key = await aCounter(platform);
  await due(platform, 'add', key, { n: 1 }, { due_at: addMs(world.now(), 500) });
  // Leased by somebody else before either node can, which both find when it is due.
  await db().query(`update timers set leased_until = now() + interval '1 s' where key = $1`, [key]);
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(1);
});

test('one that somebody holds locked is passed over', async () => {
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

test('what a node did before it died, and had no time to forget, is not done again', async () => {
  const key = await aCounter(platform);
  const due_at = world.now();
  await due(platform, 'add', key, { n: 1 }, { due_at });
  await gone('add', key);
  await due(platform, 'add', key, { n: 1 }, { due_at });
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(1);
});

test('one that is rescheduled while it fires stays, and fires again at its new time', async () => {
  const key = await aCounter(platform);
  const again_at = addMs(world.now(), 1_800_000);
  await due(platform, 'add', key, { n: 1, again_at });
  await until(async () => (await valueOf(platform, key)).n === 1);
  const other = await aCounter(platform);
  await due(platform, 'add', other, { n: 1 });
  await gone('add', other); // settled behind it
  expect(await row('add', key)).toMatchObject({ due_at: new Date(again_at), payload: { n: 1 } as never });
  await db().query(`update timers set due_at = now() where key = $1`, [key]);
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(2);
});

test('what fails is counted, kept with its error, and tried again after 1, 2, 4 s, doubling up to 5 minutes', async () => {
  const key = await aCounter(platform);
  await due(platform, 'add', key, { n: 0 });
  for (const [attempts, wait_s] of [1, 2, 4].entries()) {
    const found = await until(async () => {
      const now = await row('add', key);
      return now?.attempts === attempts + 1 ? now : undefined;
    });
    expect(found.error).toMatch(/not|allow/i);
    expect(found.waits_s).toBeGreaterThan(wait_s - 0.5);
    expect(found.waits_s).toBeLessThanOrEqual(wait_s + 0.001); // it is kept in whole milliseconds
    await hurry(platform, 'add', key);
  }
  await db().query('update timers set attempts = 40, leased_until = null where key = $1', [key]);
  await until(async () => (await row('add', key))?.attempts === 41);
  expect(Math.round((await row('add', key))!.waits_s!)).toBe(300);

  await db().query(`update timers set payload = '{"n":3}', leased_until = null where key = $1`, [key]);
  await gone('add', key);
  expect((await valueOf(platform, key)).n).toBe(3);
});

test('an actor that is not there is a failure, and its neighbours fire', async () => {
  const [nobody, somebody] = [world.newId(), await aCounter(platform)];
  await due(platform, 'add', nobody, { n: 1 });
  await due(platform, 'add', somebody, { n: 1 });
  await gone('add', somebody);
  await until(async () => (await row('add', nobody))?.attempts === 1);
  expect((await row('add', nobody))?.error).toMatch(/No such pledge/);
});

test('one that can not even be begun is a failure, and its neighbours fire', async () => {
  const [lame, sound, counter] = [world.newId(), world.newId(), await aCounter(platform)];
  await due(platform, 'add to', lame, { n: 1 }); // nothing to find its counter by
  await due(platform, 'add to', sound, { n: 1, counter });
  await gone('add to', sound);
  await until(async () => (await row('add to', lame))?.attempts === 1);
});

test('who fails after the lease ran out leaves the timer to who fires it since', async () => {
  const key = world.newId();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  house.effect = ({ key: it }) =>
    it !== key ? Promise.resolve() : triedOutside(key).length === 1 ? first.promise : second.promise;
  await due(platform, 'outside', key);
  await until(() => triedOutside(key).length === 1);
  await hurry(platform, 'outside', key);
  await until(() => triedOutside(key).length === 2);
  const { leased_until } = (await row('outside', key))!;
  first.reject(new Error('too late'));
  await settledOnBoth();
  expect(await row('outside', key)).toMatchObject({ attempts: 0, error: null, leased_until });
  second.resolve();
  await gone('outside', key);
});

test('an effect outside that throws is tried again, with its attempts, until it is done', async () => {
  const key = world.newId();
  house.effect = () => Promise.reject(new Error('not\0 yet'));
  await due(platform, 'outside', key);
  await until(async () => (await row('outside', key))?.attempts === 1);
  expect(await row('outside', key)).toMatchObject({ error: 'Error: not yet' });
  house.effect = () => Promise.resolve();
  await gone('outside', key); // a second later, by itself
  expect(triedOutside(key).map(({ attempts }) => attempts)).toEqual([0, 1]);
});

test('what only the moment is to blame for is tried again and not counted', async () => {
  const key = world.newId();
  house.effect = () => (triedOutside(key).length < 2 ? Promise.reject(fail('BUSY')) : Promise.resolve());
  await due(platform, 'outside', key);
  await gone('outside', key);
  expect(triedOutside(key).map(({ attempts }) => attempts)).toEqual([0, 0]);
});

test('effects outside that are slow do not hold up what else is due', async () => {
  const slow = Promise.withResolvers<void>();
  house.effect = () => slow.promise;
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
  const ticked = () => house.ticks.length;
  await until(async () => (await row('tick', ''))?.leased_until === null);
  expect(ticked()).toBe(1);
  const next = (await row('tick', ''))!.due_at;
  expect(next.getTime()).toBeGreaterThan(Date.now() + 3_500_000);

  house.isMore = () => ticked() < 3;
  await db().query(`update timers set due_at = now() where name = 'tick'`);
  await until(() => ticked() === 3);
});

test('a timer that nothing fires is left as it is', async () => {
  await due(platform, 'forgotten', 'k');
  const counter = await aCounter(platform);
  await due(platform, 'add', counter, { n: 1 });
  await gone('add', counter);
  expect(await row('forgotten', 'k')).toMatchObject({ attempts: 0, leased_until: null });
});
