import { world } from '#lib/world';

/** The part of pg's Client that a lock needs. */
export interface Session {
  query(sql: string, values: unknown[]): Promise<{ rows: { [column: string]: unknown }[] }>;
}

/**
 * Runs `work` while `session` holds the advisory lock `name` of its database. The session must be one
 * connection, not a pool. Waits as long as another holds it.
 */
export async function withLock<T>(session: Session, name: string, work: () => Promise<T>): Promise<T> {
  // Polled: a session that waits inside pg_advisory_lock holds a snapshot, for which a concurrent index build
  // waits in turn.
  while (!(await tryLock(session, name))) await world.sleep(50);
  try {
    return await work();
  } finally {
    // When that fails, the session is broken and its lock free; the error of `work` says more.
    await session.query(`select pg_advisory_unlock(${KEY})`, [name]).catch(() => undefined);
  }
}

/** Takes the lock if it is free; Postgres frees it when the session ends, however it ends. */
export async function tryLock(session: Session, name: string): Promise<boolean> {
  const { rows } = await session.query(`select pg_try_advisory_lock(${KEY}) as locked`, [name]);
  return rows[0]?.['locked'] === true;
}

/** The application_name of the session that holds the lock; undefined if there is none. */
export async function lockHolder(session: Session, name: string): Promise<string | undefined> {
  const { rows } = await session.query(
    `select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and objsubid = 1 and granted
        and database = (select oid from pg_database where datname = current_database())
        and (classid::bigint << 32) | objid::bigint = ${KEY}`,
    [name],
  );
  return rows[0]?.['application_name'] as string | undefined;
}

const KEY = 'hashtextextended($1, 0)';
