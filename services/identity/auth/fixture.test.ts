// Nodes of auth and users for the tests beside this file.
import { readConfig, type Config } from '#config';
import type { ActionName, Params, Result } from '#contracts';
import { createNode } from '#lib/broker';
import { codeOf } from '#lib/errors';
import { pinoOptions } from '#lib/logging';
import type { Broker } from '#lib/service';
import { loadServices } from '#lib/services';
import { metaOf, until, type By } from '#test/platform';
import { testDatabases } from '#test/postgres';
import { brokerOptions } from '../../../moleculer.config.ts';
import pg from 'pg';

export interface Node {
  broker: Broker;
  /** Its log, at every level, as in production. */
  lines: string[];
  call<N extends ActionName>(name: N, params: Params<N>, by?: By): Promise<Result<N>>;
}

export interface World {
  /** A connection to auth's database, and one to users'. */
  auth: pg.Client;
  users: pg.Client;
  /** Starts a node on the databases. */
  node(services?: string[], admin?: Config['admin']): Promise<Node>;
  stop(): Promise<void>;
}

/** Fresh databases; published messages stay in their outboxes, to be read. */
export async function freshWorld(): Promise<World> {
  const databases = await testDatabases(await loadServices(['auth', 'permissions', 'users']));
  const [auth, users] = await Promise.all(['auth', 'users'].map((name) => held(databases.urls.get(name)!)));
  const brokers: Broker[] = [];
  return {
    auth: auth!,
    users: users!,
    async node(services = ['auth', 'permissions', 'users'], admin = null) {
      const lines: string[] = [];
      const pino = {
        options: pinoOptions,
        destination: { write: (line: string) => void lines.push(line) },
      };
      const settings = {
        ...readConfig({}),
        admin,
        databases: Object.fromEntries(databases.urls),
        sandbox_webhook_secrets: [],
        link_secret: '',
        caller_secret: 'c',
      };
      const broker = createNode(
        { ...brokerOptions(settings), logger: { type: 'Pino', options: { level: 'trace', pino } } },
        settings,
        await loadServices(services),
      );
      brokers.push(broker);
      await broker.start();
      return {
        broker,
        lines,
        call: <N extends ActionName>(name: N, params: Params<N>, by: By = {}) =>
          broker.call<Result<N>, Params<N>>(name, params, { meta: metaOf(settings, by) }),
      };
    },
    async stop() {
      await Promise.all(brokers.map((broker) => broker.stop()));
      await Promise.all([auth!.end(), users!.end()]);
      await databases.drop();
    },
  };
}

/** A connection that prevents every relay from leading. */
async function held(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`select pg_advisory_lock(hashtext('outbox'))`);
  return client;
}

/** The published messages of this name, in order. */
export async function published(db: pg.Client, name: string): Promise<unknown[]> {
  const { rows } = await db.query<{ payload: unknown }>(
    'select payload from outbox where name = $1 order by seq',
    [name],
  );
  return rows.map(({ payload }) => payload);
}

/** The test's connection holds what `lock` locks until `count` others wait for locks, then releases it. */
export async function holding<T>(
  db: pg.Client,
  lock: string,
  count: number,
  work: () => Promise<T>,
): Promise<T> {
  await db.query('begin');
  await db.query(lock);
  try {
    const done = work();
    await blocked(db, count);
    await db.query('commit');
    return await done;
  } catch (error) {
    await db.query('rollback');
    throw error;
  }
}

/** Lets the time of a deleted account be over, and waits until it is erased. */
export async function eraseNow(auth: pg.Client, user_id: string): Promise<void> {
  await auth.query(`update timers set due_at = now() where name = 'auth.erasure' and key = $1`, [user_id]);
  await until(
    async () => (await auth.query('select from credentials where user_id = $1', [user_id])).rowCount === 0,
  );
}

/** `ok`, or the code of the refusal. */
export const outcomeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => codeOf(error) ?? String(error),
  );

export const ann = { email: 'ann@example.org', password: 'correct horse battery', name: 'Ann' };

/** Resolves once `count` wait for locks of a database. */
export async function blocked(db: pg.Client, count: number): Promise<void> {
  await until(async () => {
    await db.query('select pg_stat_clear_snapshot()'); // else a transaction sees the same activity for ever
    const { rows } = await db.query<{ waiting: number }>(
      `select count(*)::int waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]!.waiting >= count;
  });
}
