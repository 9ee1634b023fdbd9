// Timers while nodes start, stop, and lose their database.
import { createNode } from '#lib/broker';
import type { Broker, Service } from '#lib/service';
import { world } from '#lib/world';
import { aCounter, adding, counterActor, makeTable, valueOf } from '#mixins/actors/counters.fixture';
import { ask } from '#mixins/actors';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { testServer } from '#test/postgres';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { brokerOptions } from '../../moleculer.config.ts';
import { timerOf, due, timedCounters } from './timers.fixture.ts';

const fixture = timedCounters();
let platform: TestPlatform;
let nodes: Broker[];
beforeEach(async () => {
  nodes = [];
  platform = await startTestPlatform({ services: [], own: [fixture.service], nodes: 0 });
  await makeTable(platform);
});
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await platform.stop();
});

type Ticking = Service & { stopTimers: AbortController };

/** A node with the service, not started yet, and its warnings. */
function newNode() {
  const node = createNode({ ...brokerOptions(platform.settings), logger: false }, platform.settings, [
    fixture.service,
  ]);
  const service = node.getLocalService('counters') as unknown as Ticking;
  const warned = jest.spyOn(service.logger, 'warn').mock.calls;
  return {
    node,
    service,
    warnings: () => warned.map(([what]) => String(what)).filter((it) => /timers/i.test(it)),
  };
}

async function startNode() {
  const made = newNode();
  await made.node.start();
  nodes.push(made.node);
  return made;
}

const gone = (name: string, key: string) => until(async () => !(await timerOf(platform, name, key)));
const left = (name: string) => platform.count('counters', 'timers where name = $1', name);

test('5,000 timers that came due while no node ran fire at its start, and calls are answered meanwhile', async () => {
  await platform.db('counters').query(
    `with made as (
       insert into counters select gen_random_uuid(), 'COUNTING', 1, 0 from generate_series(1, 5000) returning id)
     insert into timers select 'add', id::text, now() - interval '1 day', '{"n":1}' from made`,
  );
  const mine = await aCounter(platform);
  const { service } = await startNode();
  await until(async () => (await left('add')) < 5000);
  expect(await ask(service, counterActor, adding(mine, 1))).toBe(1);
  expect(await left('add')).toBeGreaterThan(0);
  await until(async () => (await left('add')) === 0);
  expect(await platform.count('counters', 'counters where n = 1 and version = 2')).toBe(5001);
});

test('the oldest fire first', async () => {
  await platform.db('counters').query(
    `insert into timers select 'outside', 'k' || lpad(n::text, 2, '0'), now() - (100 - n) * interval '1 minute', '{}'
     from generate_series(1, 40) n order by random()`,
  );
  await startNode();
  await until(async () => (await left('outside')) === 0);
  const keys = fixture.outside.map(({ key }) => key).filter((key) => key.startsWith('k'));
  expect(keys).toEqual(Array.from({ length: 40 }, (_, i) => `k${String(i + 1).padStart(2, '0')}`));
});

test('a node that stops finishes the timers it fires, and deletes them', async () => {
  const outside = Promise.withResolvers<void>();
  fixture.effect = () => outside.promise;
  const { node, service } = await startNode();
  const key = await aCounter(platform);
  await due(platform, 'outside', key);
  await until(() => fixture.outside.some((it) => it.key === key));
  nodes = [];
  const stopping = node.stop();
  await until(() => service.stopTimers.signal.aborted);
  // Two polls of another node: the first may have begun already.
  await startNode();
  for (let n = 1; n <= 2; n++) {
    const counter = await aCounter(platform);
    await due(platform, 'add', counter, { n: 1 });
    await gone('add', counter);
  }
  expect(service.db.ended).toBe(false);
  outside.resolve();
  await stopping;
  expect(await left('outside')).toBe(0);
});

test('an unknown timer is warned of, once', async () => {
  await due(platform, 'forgotten', 'a');
  await due(platform, 'forgotten', 'b');
  const { warnings } = await startNode();
  const counter = await aCounter(platform);
  await due(platform, 'add', counter, { n: 1 });
  await gone('add', counter);
  expect(warnings()).toEqual(["Timers 'forgotten' are due, and nothing here fires them"]);
});

test('while the database is unavailable no attempt is counted, and an outside effect finished meanwhile is not repeated', async () => {
  const outside = Promise.withResolvers<void>();
  fixture.effect = () => outside.promise;
  const { warnings } = await startNode();
  const [effect, counter] = [world.newId(), await aCounter(platform)];
  await due(platform, 'outside', effect);
  const tried = () => fixture.outside.filter(({ key }) => key === effect);
  await until(() => tried().length);

  const back = await unavailable();
  outside.resolve();
  await until(() => warnings().length);
  await back(async (admin) => {
    await admin.query(`insert into timers values ('add', $1, now(), '{"n":1}')`, [counter]);
  });
  await gone('add', counter);
  await gone('outside', effect);
  expect((await valueOf(platform, counter)).n).toBe(1);
  expect(tried()).toHaveLength(1);
  expect(warnings()).toEqual(['No timers can be fired']);
});

test('a timer scheduled while no node can listen fires when they can again', async () => {
  await startNode();
  const counter = await aCounter(platform);
  const asleep = `timers where name in ('tick', 'retention inbox') and leased_until is null and due_at > now()`;
  await until(async () => (await platform.count('counters', asleep)) === 2);
  const back = await unavailable();
  await back(async (admin) => {
    await admin.query(`insert into timers values ('add', $1, now(), '{"n":1}')`, [counter]);
  });
  await gone('add', counter);
  expect((await valueOf(platform, counter)).n).toBe(1);
});

/** Closes the database and ends its connections. Returns how to open it again, after one last action. */
async function unavailable() {
  const url = new URL(platform.settings.databases['counters']!);
  const name = url.pathname.slice(1);
  const admin = new pg.Client(testServer().adminUrl);
  await admin.connect();
  const within = new URL(testServer().adminUrl);
  within.pathname = url.pathname;
  const inside = new pg.Client(within.href);
  await inside.connect();
  const { rows } = await inside.query<{ pid: number }>('select pg_backend_pid() pid');
  await admin.query(`alter database ${name} allow_connections false`);
  platform.db('counters').on('error', () => {});
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> $2',
    [name, rows[0]!.pid],
  );
  return async (deed: (inside: pg.Client) => Promise<void>) => {
    await deed(inside);
    await inside.end();
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
  };
}
