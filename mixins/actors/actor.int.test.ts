import { openPool } from '#lib/database';
import { world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { committer } from './committer.ts';
import {
  aCounter,
  adding,
  addTo,
  commandOf,
  counterActor,
  counters,
  makeTable,
  valueOf,
} from './counters.fixture.ts';
import { link } from './link.fixture.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [counters] });
  await makeTable(platform);
});
afterAll(() => platform.stop());

const db = () => platform.db('counters');
const statuses = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((it) => (it.status === 'fulfilled' ? it.value : (it.reason as { type?: string }).type));
const handled = (command_id: string) => platform.count('counters', 'inbox where command_id = $1', command_id);

/** Ends the connections that are stuck behind a lock, as a failing network or a restart of Postgres would. */
const breakBlocked = () =>
  db().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );

test('commands that come in together share one transaction, and a refusal leaves the others alone', async () => {
  const [mine, other] = [await aCounter(platform), await aCounter(platform)];
  const outcomes = await Promise.allSettled(
    [adding(mine, 1), adding(mine, 0), adding(mine, 2), adding(other, 1), adding(world.newId(), 1)].map(
      (asked) => addTo(platform, asked),
    ),
  );
  expect(statuses(outcomes)).toEqual([1, 'TRANSITION_NOT_ALLOWED', 3, 1, 'PLEDGE_NOT_FOUND']);
  const { rows } = await db().query('select distinct xmin from counters where id in ($1, $2)', [mine, other]);
  expect(rows).toHaveLength(1);
  expect(await valueOf(platform, mine)).toMatchObject({ n: 3, version: 3 });
});

test('a batch that the database refuses is split until only the culprit is rejected', async () => {
  const keys = await Promise.all([1, 2, 3, 4].map(() => aCounter(platform)));
  const asked = [...keys.map((key) => adding(key, 1)), ...keys.map((key) => adding(key, 1))];
  asked[2] = adding(keys[2]!, -5);
  const outcomes = await Promise.allSettled(asked.map((it) => addTo(platform, it)));
  expect(outcomes.map(({ status }, i) => status === 'rejected' && i).filter((i) => i !== false)).toEqual([2]);
  const values = await Promise.all(keys.map(async (key) => (await valueOf(platform, key)).n));
  expect(values).toEqual([2, 2, 1, 2]);
});

test('a command whose state a rival changed after the load decides again, on the newest', async () => {
  const key = await aCounter(platform);
  const rival = await db().connect();
  await rival.query('begin');
  await rival.query('update counters set n = 10, version = version + 1 where id = $1', [key]);
  const answer = addTo(platform, adding(key, 1)); // loads 0, and is stuck where it saves 1
  await platform.blocked('counters', 1);
  await rival.query('commit');
  rival.release();
  expect(await answer).toBe(11);
  expect(await valueOf(platform, key)).toMatchObject({ n: 11, version: 3 });
});

test('a command that comes twice in one batch has its effect once', async () => {
  const key = await aCounter(platform);
  const id = world.newId();
  const asked = [adding(key, 1, id), adding(key, 1, id), adding(key, 1)];
  expect(await Promise.all(asked.map((it) => addTo(platform, it)))).toEqual([1, 1, 2]);
});

test('when the connection breaks during the commit, a command with an id is done once and the others get OUTCOME_UNKNOWN', async () => {
  const key = await aCounter(platform);
  const id = world.newId();
  const release = await platform.hold('counters', 'counters', key);
  const outcomes = Promise.allSettled([adding(key, 1, id), adding(key, 10)].map((it) => addTo(platform, it)));
  await platform.blocked('counters', 1);
  await breakBlocked();
  await release();
  expect(statuses(await outcomes)).toEqual([1, 'OUTCOME_UNKNOWN']);
  expect((await valueOf(platform, key)).n).toBe(1);
  expect(await handled(id)).toBe(1);
});

test('when it breaks after the commit and before the answer, a command with an id gets the reply of what was done', async () => {
  const key = await aCounter(platform);
  const id = world.newId();
  const wire = await link(platform.settings.databases['counters']!);
  const pool = openPool(wire.url, () => {});
  const commands = [adding(key, 1, id), adding(key, 10)].map(commandOf);
  const release = await platform.hold('counters', 'counters', key);
  const committed = committer(counterActor, pool)(commands.map(({ command }) => command));
  const outcomes = Promise.allSettled(commands.map(({ answer }) => answer));
  await platform.blocked('counters', 1);
  wire.mute();
  await release();
  await until(() => handled(id));
  wire.cut();

  await committed;
  expect(statuses(await outcomes)).toEqual([1, 'OUTCOME_UNKNOWN']);
  expect(await valueOf(platform, key)).toMatchObject({ n: 11, version: 3 });
  await pool.end();
  await wire.close();
});

test('when it breaks during the commit and one command can never be done, the later commands of its key wait', async () => {
  const [key, other] = [await aCounter(platform), await aCounter(platform)];
  const delivery_batch = { failed: new Set<string>() };
  const commands = [
    adding(key, -5, world.newId()),
    adding(key, 1, world.newId()),
    adding(other, 1, world.newId()),
  ]
    .map(commandOf)
    .map(({ command, answer }) => ({ command: { ...command, delivery_batch }, answer }));
  const rival = await db().connect();
  await rival.query('begin');
  await rival.query('lock table counters in share mode'); // all can be read, nothing written
  const committed = committer(
    counterActor,
    platform.service('counters').db,
  )(commands.map(({ command }) => command));
  const outcomes = Promise.allSettled(commands.map(({ answer }) => answer));
  await platform.blocked('counters', 1);
  await breakBlocked();
  await rival.query('commit');
  rival.release();
  await committed;
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(await valueOf(platform, key)).toMatchObject({ n: 0 });
  expect(await valueOf(platform, other)).toMatchObject({ n: 1 });
});

test('when the database becomes unavailable before anything was sent, nothing is done and every caller gets an error', async () => {
  const key = await aCounter(platform);
  const rival = await db().connect();
  await rival.query('begin');
  await rival.query('lock table counters');
  const outcomes = Promise.allSettled(
    [adding(key, 1, world.newId()), adding(key, 10)].map((it) => addTo(platform, it)),
  );
  await platform.blocked('counters', 1); // where it loads
  await breakBlocked();
  await rival.query('commit');
  rival.release();
  expect(statuses(await outcomes)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  expect(await valueOf(platform, key)).toMatchObject({ n: 0, version: 1 });
});

test('without a database every caller gets an error', async () => {
  const wire = await link(platform.settings.databases['counters']!);
  await wire.close();
  const pool = openPool(wire.url, () => {});
  const { command } = commandOf(adding(world.newId(), 1, world.newId()));
  await expect(committer(counterActor, pool)([command])).rejects.toMatchObject({ type: 'UNAVAILABLE' });
  await pool.end();
});
