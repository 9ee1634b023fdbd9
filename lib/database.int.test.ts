import { isDisconnected, isConflict, openPool, planned, transaction, type Pool } from '#lib/database';
import { codeOf } from '#lib/errors';
import { freePort } from '#lib/postgres/postmaster';
import { testDatabases, testServer, type TestDatabases } from '#test/postgres';
import { until } from '#test/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';

let databases: TestDatabases;
let url: string;
let pool: Pool;
const broken: Error[] = [];

beforeAll(async () => {
  databases = await testDatabases([{ name: 'keeping' }]);
  url = databases.urls.get('keeping')!;
  pool = openPool(url, (error) => broken.push(error));
  await pool.query('create table things (id int primary key, n int check (n > 0))');
});
beforeEach(() => pool.query('truncate things'));
afterAll(async () => {
  await pool.end();
  await databases.drop();
});

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const things = async () =>
  (await pool.query<{ id: number; n: number }>('select * from things order by id')).rows;
const pidOf = async (db: pg.ClientBase) =>
  (await db.query<{ pid: number }>('select pg_backend_pid() pid')).rows[0]!.pid;
const terminate = (pid: number) => pool.query('select pg_terminate_backend($1)', [pid]);

test('whole numbers arrive as numbers, times as RFC 3339 in UTC', async () => {
  const { rows } = await pool.query(
    `select 9007199254740991 big, timestamptz '2026-01-31 13:00:00.5+01' at, null::timestamptz never, count(*) from things`,
  );
  expect(rows).toEqual([{ big: 2 ** 53 - 1, at: '2026-01-31T12:00:00.500Z', never: null, count: 0 }]);
});

describe('what Postgres refuses is a conflict, and it is not disconnected', () => {
  test.each([
    ['a unique violation', `insert into things values (1, 1), (1, 1)`, '23505'],
    ['a check', `insert into things values (1, 0)`, '23514'],
    ['nonsense', `select nothing`, '42703'],
    ['a deadlock or a race', `do $$ begin raise exception 'late' using errcode = '40001'; end $$`, '40001'],
  ])('%s', async (_what, sql, code) => {
    const error = await errorOf(pool.query(sql));
    expect(error).toMatchObject({ code });
    expect([isConflict(error), isDisconnected(error)]).toEqual([true, false]);
  });
});

describe('an unavailable database is disconnected, and no conflict', () => {
  const expectAway = (error: unknown) => {
    expect(error).toBeDefined();
    expect([isConflict(error), isDisconnected(error)]).toEqual([false, true]);
  };
  const queryOn = async (address: string) => {
    const other = openPool(address, () => {});
    const error = await errorOf(other.query('select 1'));
    await other.end();
    return error;
  };

  test('nobody listens', async () => {
    const nobody = new URL(url);
    nobody.port = String(await freePort());
    expectAway(await queryOn(nobody.href));
  });

  test('its name is unknown', async () => {
    const nowhere = new URL(url);
    nowhere.hostname = 'nowhere.invalid';
    expectAway(await queryOn(nowhere.href));
  });

  test('its connection is terminated under a query', async () => {
    const client = await pool.connect();
    const pid = await pidOf(client);
    const slept = errorOf(client.query('select pg_sleep(60)'));
    await until(async () => {
      const { rows } = await pool.query(`select from pg_stat_activity where pid = $1 and state = 'active'`, [
        pid,
      ]);
      return rows.length > 0;
    });
    await terminate(pid);
    const error = await slept;
    client.release(true);
    expectAway(error);
  });

  test('its connection was terminated before the query', async () => {
    const client = await pool.connect();
    let hasEnded = false;
    client.once('end', () => (hasEnded = true));
    await terminate(await pidOf(client));
    await until(() => hasEnded);
    expectAway(await errorOf(client.query('select 1')));
    client.release(true);
  });

  test('it is full, or going down', async () => {
    for (const code of ['53300', '57P01', '57P03']) {
      const sql = `do $$ begin raise exception 'not now' using errcode = '${code}'; end $$`;
      expectAway(await errorOf(pool.query(sql)));
    }
  });

  test('all connections of the pool are in use, for as long as a caller waits', async () => {
    const small = openPool(url, () => {}, 1);
    const taken = await small.connect();
    expectAway(await errorOf(small.query('select 1')));
    taken.release();
    await small.end();
  });
});

test.each([[undefined], [null], ['ECONNREFUSED'], [new Error('a mistake of ours')], [new TypeError('no')]])(
  '%p is neither',
  (error) => expect([isConflict(error), isDisconnected(error)]).toEqual([false, false]),
);

test('an idle connection that breaks is reported, and replaced by the next query', async () => {
  const other = openPool(url, (error) => broken.push(error));
  const client = await other.connect();
  const pid = await pidOf(client);
  client.release();
  await terminate(pid);
  await until(() => broken.length > 0);
  expect((await other.query('select 1 one')).rows).toEqual([{ one: 1 }]);
  await other.end();
});

describe('a transaction', () => {
  const insert = (tx: pg.ClientBase, n: number) => tx.query('insert into things values (1, $1)', [n]);

  test('commits, and resolves with its result', async () => {
    expect(await transaction(pool, async (tx) => (await insert(tx, 1)).rowCount)).toBe(1);
    expect(await things()).toEqual([{ id: 1, n: 1 }]);
  });

  test('rolls back on an error, throws that very error, and releases its connection', async () => {
    const mistake = new Error('changed my mind');
    for (let i = 0; i < 10; i++) {
      const error = await errorOf(
        transaction(pool, async (tx) => {
          await insert(tx, 1);
          throw mistake;
        }),
      );
      expect(error).toBe(mistake);
    }
    expect(await things()).toEqual([]);
    expect(pool.waitingCount).toBe(0);
  });

  test('throws what Postgres refused', async () => {
    expect(await errorOf(transaction(pool, (tx) => insert(tx, 0)))).toMatchObject({ code: '23514' });
    expect(await things()).toEqual([]);
  });

  test('is UNAVAILABLE where the connection broke before the commit was sent: nothing was done', async () => {
    const error = await errorOf(
      transaction(pool, async (tx) => {
        await insert(tx, 1);
        await terminate(await pidOf(tx));
        await tx.query('select 1');
      }),
    );
    expect(codeOf(error)).toBe('UNAVAILABLE');
    expect(await things()).toEqual([]);
  });

  test('is OUTCOME_UNKNOWN where it broke during the commit', async () => {
    // A check at the commit that waits for a lock the test holds.
    await pool.query(`
      create or replace function wait_for_lock() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(7); return null; end $$;
      create constraint trigger late after insert on things deferrable initially deferred
        for each row execute function wait_for_lock()`);
    const rival = await pool.connect();
    await rival.query('select pg_advisory_lock(7)');
    let pid = 0;
    const outcome = errorOf(
      transaction(pool, async (tx) => {
        pid = await pidOf(tx);
        await insert(tx, 1);
      }),
    );
    await until(async () => {
      const { rows } = await pool.query(`select from pg_locks where pid = $1 and not granted`, [pid]);
      return rows.length > 0;
    });
    await terminate(pid);
    expect(codeOf(await outcome)).toBe('OUTCOME_UNKNOWN');
    rival.release(true);
    await pool.query('drop trigger late on things');
  });

  test('is UNAVAILABLE where there is no database', async () => {
    const nobody = new URL(testServer().adminUrl);
    nobody.port = String(await freePort());
    const other = openPool(nobody.href, () => {});
    expect(codeOf(await errorOf(transaction(other, async () => {})))).toBe('UNAVAILABLE');
    await other.end();
  });
});

test('a statement is prepared anew, under another name, as its executions grow', () => {
  const names = Array.from({ length: 1000 }, () => planned('things.find'));
  expect([names[0], names[8], names[9], names[99], names[999]]).toEqual(
    [1, 1, 2, 3, 4].map((digits) => `things.find ${digits}`),
  );
  expect(planned('things.list')).toBe('things.list 1');
});
