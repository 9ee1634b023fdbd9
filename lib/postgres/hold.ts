import type pg from 'pg';
import { connect } from '#lib/postgres/client';
import { ADMIN, type Cluster, logFile } from '#lib/postgres/cluster';
import { lockHolder, tryLock } from '#lib/postgres/lock';
import { findPostmaster, type Launch, launch, type Server } from '#lib/postgres/postmaster';
import { world } from '#lib/world';

export const adminUrlOf = ({ password, port }: Cluster): string =>
  `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;

/**
 * Finds the cluster's server, or starts it, and claims it for this platform through an open session. `ended` resolves when
 * the session is over because Postgres ended. `port` says whether another may be used when the recorded one is taken.
 * Throws when another platform holds it, when Postgres doesn't start, and when `ending` aborts.
 */
export async function hold(
  server: Server,
  ending: AbortSignal,
  port: 'may move' | 'stays',
): Promise<{ ended: Promise<unknown> }> {
  const session = await reach(server, ending, port);
  const ended = new Promise((resolve) => session.once('end', resolve));
  try {
    await claim(session, server.cluster);
    await closeToServices(session);
  } catch (error) {
    await session.end();
    throw error;
  }
  return { ended };
}

const LOCK = 'commonweal platform';

// 2 minutes: after a power cut, Postgres first replays up to 1 GB of its log.
const START_LIMIT_MS = 120_000;

/** Tries until the server answers; starts it whenever it doesn't run. */
async function reach(server: Server, ending: AbortSignal, port: 'may move' | 'stays'): Promise<pg.Client> {
  const { cluster } = server;
  const deadline_ms = world.nowMs() + START_LIMIT_MS;
  let launched: Launch | undefined;
  for (;;) {
    const running = findPostmaster(cluster.folder);
    const starting = !running && launched && !launched.exited;
    if (ending.aborted && !starting) throw new Error('Postgres is no longer needed');
    if (running) {
      cluster.port = running.port;
      const session = await enter(cluster);
      if (session) return session;
    } else if (!starting) {
      if (launched) {
        giveUpUnlessPassing(launched, cluster);
        await world.sleep(100);
      }
      launched = await launch(server, port === 'may move');
    }
    if (world.nowMs() > deadline_ms) throw new Error(`Postgres does not answer; see ${logFile(cluster)}`);
    await world.sleep(10);
  }
}

/** A session, or undefined while the server starts up or shuts down. */
async function enter(cluster: Cluster): Promise<pg.Client | undefined> {
  return connect(adminUrlOf(cluster), `commonweal ${process.pid}`).catch((error: pg.DatabaseError) => {
    if (error.code !== '28P01') return undefined;
    throw new Error(
      `The Postgres on ${cluster.folder} refuses the password in ${cluster.dataDir}/postgres.json. Put ` +
        'back the postgres.json that belongs to it, or set another DATA_DIR.',
    );
  });
}

/** Throws why the server that we started has ended, unless the reason is temporary. */
function giveUpUnlessPassing(launched: Launch, cluster: Cluster): void {
  const output = launched.output();
  // In this order: another start was first; a dead server's processes still exist; the port was just taken.
  if (
    /lock file .* (already exists|is empty)|shared memory block .* in use|Address already in use/.test(output)
  )
    return;
  const lastLines = output.split('\n').slice(-10).join('\n');
  throw new Error(`Postgres did not start (${logFile(cluster)}):\n${lastLines}`);
}

async function claim(session: pg.Client, cluster: Cluster): Promise<void> {
  // 1 s: a platform that was just killed has a session, with its lock, for some milliseconds more.
  const deadline_ms = world.nowMs() + 1000;
  while (!(await tryLock(session, LOCK))) {
    const holder = await lockHolder(session, LOCK);
    if (holder && world.nowMs() > deadline_ms) {
      const pid = holder.replace('commonweal ', '');
      throw new Error(
        `Another platform (process ${pid}) already runs on DATA_DIR ${cluster.dataDir}. Stop that one first, or set another DATA_DIR.`,
      );
    }
    await world.sleep(20);
  }
}

/** A service's role may open its own database only; by default everybody may connect to these. */
async function closeToServices(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ datname: string }>(
    `select datname from pg_database
      where datname in ('postgres', 'template1') and has_database_privilege('public', oid, 'connect')`,
  );
  for (const { datname } of rows) await session.query(`revoke all on database ${datname} from public`);
}
