import { Listener } from '#lib/postgres/listener';
import { until } from '#test/platform';
import { testDatabases, testPool, type TestDatabases } from '#test/postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type pg from 'pg';

let databases: TestDatabases;
let url: string;
let db: pg.Pool;
let listener: Listener<'tea' | 'coffee'>;
let woken: string[];
const warnings: string[] = [];

beforeAll(async () => {
  databases = await testDatabases([{ name: 'kitchen' }]);
  url = databases.urls.get('kitchen')!;
  db = testPool({ connectionString: url });
  listener = new Listener({ url, channels: ['tea', 'coffee'], warn: (what) => warnings.push(what) });
  listener.on('tea', () => woken.push('tea'));
  listener.on('coffee', () => woken.push('coffee'));
  woken = [];
  listener.open();
  await until(() => woken.length === 2);
});
beforeEach(() => {
  woken = [];
});
afterAll(async () => {
  await listener.close();
  await db.end();
  await databases.drop();
});

const pidOf = async () => {
  const { rows } = await listener.query<{ pid: number }>('select pg_backend_pid() pid');
  return rows[0]!.pid;
};

test('wakes the subscribers of the channel, and no others', async () => {
  await db.query('notify tea');
  await until(() => woken.length > 0);
  await db.query('notify coffee');
  await until(() => woken.length > 1);
  expect(woken).toEqual(['tea', 'coffee']);
});

test('a connection that breaks is replaced, reported once, and wakes everybody', async () => {
  const [pid, before] = [await pidOf(), await listener.connected()];
  await db.query('select pg_terminate_backend($1)', [pid]);
  await until(() => woken.length === 2);
  expect(woken).toEqual(['tea', 'coffee']);
  expect(await listener.connected()).not.toBe(before);
  expect(await pidOf()).not.toBe(pid);
  expect(warnings).toEqual(['The connection that listens broke']);
});

test('concurrent statements each get their own answer, also behind one that fails', async () => {
  const asked = ['select 1 n', 'select nothing', 'select 3 n'].map((text) =>
    listener.query<{ n: number }>(text).then(({ rows }) => rows[0]!.n),
  );
  const [first, second, third] = await Promise.allSettled(asked);
  expect([first, third]).toMatchObject([{ value: 1 }, { value: 3 }]);
  expect(second).toMatchObject({ status: 'rejected' });
});

test('a listener that can not connect can be closed', async () => {
  const nowhere = new URL(url);
  nowhere.pathname = '/nowhere';
  const warnings: string[] = [];
  const lost = new Listener({ url: nowhere.href, channels: ['tea'], warn: (what) => warnings.push(what) });
  lost.open();
  await until(() => warnings.length === 1);
  await expect(lost.query('select 1')).rejects.toThrow();
  await lost.close();
});
