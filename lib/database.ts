import { fail } from '#lib/errors';
import pg from 'pg';

export type Pool = pg.Pool;
/** A pool, or one connection of it inside a transaction. */
export type Database = Pick<pg.Pool, 'query'>;

/**
 * The setup of every connection. A peer that fell silent, or a forgotten lock, must not block a connection for ever: the
 * statement ends within the 10 s that a caller waits, and then its outcome is looked up.
 */
export const CONNECTION = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 8000,
  query_timeout: 9000,
  keepAlive: true,
} as const;

/**
 * Connections to one service's database. `max` at once: two for group commits, one for reads, one to spare; more make
 * Postgres no faster (bench/results). A connection that is idle for 10 s, pg's default, is closed. Whole numbers arrive as
 * numbers, times as RFC 3339 in UTC.
 */
export function openPool(url: string, onError: (error: Error) => void, max = 4): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    ...CONNECTION,
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced by the next query; without a handler its error would end the process.
  pool.on('error', onError);
  // A connection in use rejects its query and emits an error as well; without a handler that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** One connection of the pool, to be released. Throws UNAVAILABLE when there is none to be had. */
export const acquire = (pool: Pool): Promise<pg.PoolClient> =>
  pool.connect().catch((error: unknown) => {
    throw isDisconnected(error) ? fail('UNAVAILABLE') : error;
  });

/**
 * Runs `work` in a transaction. Throws what it throws, after rolling back; UNAVAILABLE when the database became unavailable
 * before the commit was sent, OUTCOME_UNKNOWN when that happened during the commit.
 */
export async function transaction<T>(pool: Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await acquire(pool);
  let isCommitting = false;
  try {
    await client.query('begin');
    const result = await work(client);
    isCommitting = true;
    const { command } = await client.query('commit');
    // Postgres' answer when a statement failed and `work` caught its error.
    if (command !== 'COMMIT')
      throw new Error('The transaction was rolled back: one of its statements had failed');
    client.release();
    return result;
  } catch (error) {
    if (!isDisconnected(error)) {
      // When even the rollback fails, the connection is closed, and Postgres rolls back itself.
      const broken = await client.query('rollback').then(
        () => undefined,
        (rollbackError: Error) => rollbackError,
      );
      client.release(broken);
      throw error;
    }
    client.release(error as Error);
    throw fail(isCommitting ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE');
  }
}

/**
 * The name to prepare a statement under: a new one at its 10th, 100th, 1,000th … execution, so that Postgres plans it
 * again as its tables grow. A plan made for empty tables scanned them: 125 µs of Postgres a payment against 29.
 */
export function planned(name: string): string {
  const executions = (executionsOf.get(name) ?? 0) + 1;
  executionsOf.set(name, executions);
  return `${name} ${String(executions).length}`;
}

const executionsOf = new Map<string, number>();

/**
 * Postgres refused these very rows, and rolled back. False when it is full, going down, out of order or a standby (53, 57,
 * 58, 25006), which is not the caller's failure, and when the connection broke: then the commit may have happened.
 */
export const isConflict = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  error.severity === 'ERROR' &&
  !/^(25006|53|57|58)/.test(error.code ?? '');

/** The database could not be reached, is full, or went down meanwhile. */
export function isDisconnected(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return !isConflict(error);
  // By its fields, not its class: a socket's errors may come from another realm.
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return UNREACHABLE.test(String(code)) || BROKEN.test(String(message));
}

const UNREACHABLE = /^(ECONN|EPIPE|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT)/;

// pg's errors without a code, for a connection that can't be opened or breaks.
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

// Object ids of Postgres' types, as in its pg_type.
const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** How values become JavaScript's: pg's own parsers, except for whole numbers (every bigint here is a sum below 2^53) and times. */
export function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === INT8) return Number;
  if (oid === TIMESTAMPTZ) return (text) => new Date(text).toISOString();
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}
