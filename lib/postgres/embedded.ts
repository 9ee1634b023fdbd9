import { binariesFor } from '#lib/postgres/binaries';
import { logFile, makeCluster, openDataDir, readCluster, recordCluster } from '#lib/postgres/cluster';
import { hold, adminUrlOf } from '#lib/postgres/hold';
import { freePort, type Server, stopPostmaster } from '#lib/postgres/postmaster';
import { serverUser } from '#lib/postgres/server-user';
import { world } from '#lib/world';

export interface EmbeddedPostgres {
  /** The URL of its superuser. */
  adminUrl: string;
  /** 256 bits, base64url; created once per DATA_DIR, to derive other secrets from. */
  secret: string;
  /** Shuts Postgres down in order. */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres of the npm package, with its files in DATA_DIR, or takes over the one that a killed platform left
 * running. Until `stop` it is restarted, at the same URL, whenever it dies. Throws when another platform runs on the same
 * DATA_DIR. `settings` are Postgres' own; they replace ours.
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
}: {
  dataDir: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const server = await prepare(dataDir, settings);
  const { cluster } = server;
  const ending = new AbortController();
  const first = await hold(server, ending.signal, 'may move');
  const watching = watch(server, first.ended, ending.signal);
  return {
    adminUrl: adminUrlOf(cluster),
    secret: cluster.secret,
    async stop() {
      ending.abort();
      // The session lasts until Postgres ends it: if its lock were freed sooner, a second platform could start in between.
      await stopPostmaster(cluster.folder);
      await watching;
      // Once more, for a start that was under way.
      await stopPostmaster(cluster.folder);
    },
  };
}

async function prepare(path: string, settings: Record<string, string>): Promise<Server> {
  const dataDir = await openDataDir(path);
  const recorded = await readCluster(dataDir);
  const user = await serverUser(recorded?.folder);
  const binaries = await binariesFor(user);
  const cluster = recorded ?? (await recordCluster(dataDir, user, await freePort()));
  await makeCluster(cluster, user, binaries);
  return { cluster, user, binaries, settings };
}

/** Restarts Postgres each time the session ends, until `ending`. */
async function watch(server: Server, ended: Promise<unknown>, ending: AbortSignal): Promise<void> {
  for (;;) {
    await ended;
    if (ending.aborted) return;
    process.emitWarning(`Postgres ended (${logFile(server.cluster)}); starting it again`);
    const heir = await holdAgain(server, ending);
    if (!heir) return;
    ended = heir.ended;
  }
}

async function holdAgain(
  server: Server,
  ending: AbortSignal,
): Promise<{ ended: Promise<unknown> } | undefined> {
  while (!ending.aborted) {
    try {
      return await hold(server, ending, 'stays');
    } catch (error) {
      if (!ending.aborted)
        process.emitWarning(`Postgres can't be started again yet: ${(error as Error).message}`);
    }
    await world.sleep(1000);
  }
  return undefined;
}
