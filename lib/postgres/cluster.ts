import { chown, link, mkdir, open, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type Binaries, makeSystemFolder, SYSTEM_FOLDER } from '#lib/postgres/binaries';
import { exists, makeFolder, syncFolder } from '#lib/postgres/folder';
import { run, type OsUser } from '#lib/postgres/process';
import { canReach, isRoot } from '#lib/postgres/server-user';
import { world } from '#lib/world';

/** Postgres' files and how to connect to it, as recorded in DATA_DIR/postgres.json. */
export interface Cluster {
  /** The real path of DATA_DIR. */
  dataDir: string;
  /** Absolute; in DATA_DIR, or in /var/lib/commonweal where the server's user can't reach DATA_DIR. */
  folder: string;
  /** Its files have existed: if they are missing, they were lost, and must not be created anew in silence. */
  made: boolean;
  port: number;
  password: string;
  secret: string;
}

export const ADMIN = 'commonweal';

export const logFile = (cluster: Cluster): string => join(cluster.dataDir, 'postgres.log');

/** Creates DATA_DIR if need be; returns its real path. */
export async function openDataDir(dataDir: string): Promise<string> {
  // 0711 for root: the server's user can then reach its folder in there, and still sees nothing else.
  await mkdir(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  return realpath(dataDir);
}

/** The record in DATA_DIR; undefined where nothing was started yet. Throws when it can't be read. */
export async function readCluster(dataDir: string): Promise<Cluster | undefined> {
  const text = await readFile(recordFile(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(
      `DATA_DIR ${dataDir} belongs to another user: ${error.message}. Start as that user, or set another DATA_DIR.`,
    );
  });
  if (text === undefined) return undefined;
  const { folder, ...rest } = JSON.parse(text) as Cluster;
  return { ...rest, dataDir, folder: resolve(dataDir, folder) };
}

/** Records the place and the secrets of a new cluster. Where two start at once, both get what the first recorded. */
export async function recordCluster(dataDir: string, user: OsUser, port: number): Promise<Cluster> {
  const inside = await canReach(user, [['-x', dataDir]]);
  if (!inside) await makeSystemFolder();
  const folder = inside ? join(dataDir, 'postgres') : join(SYSTEM_FOLDER, world.newId());
  const secrets = { password: world.newSecret(24), secret: world.newSecret(32) };
  await writeRecord({ dataDir, folder, made: false, port, ...secrets }, link);
  return (await readCluster(dataDir))!;
}

/** Replaces the record. */
export const updateRecord = (cluster: Cluster): Promise<void> => writeRecord(cluster, rename);

/** Creates the cluster's files unless they exist. Throws when they were lost, or are another major version's. */
export async function makeCluster(cluster: Cluster, user: OsUser, binaries: Binaries): Promise<void> {
  if (cluster.made && !(await exists(cluster.folder))) {
    throw new Error(
      `The data of DATA_DIR ${cluster.dataDir} was in ${cluster.folder}, which is gone. Put it back, ` +
        'or set another DATA_DIR to start with an empty one.',
    );
  }
  await makeFolder(cluster.folder, (folder) => initialise(folder, cluster.password, user, binaries));
  if (!cluster.made) {
    cluster.made = true;
    await updateRecord(cluster);
  }
  const major = (await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8')).trim();
  if (major !== binaries.major) {
    throw new Error(
      `${cluster.folder} was made by Postgres ${major}, and this release brings Postgres ` +
        `${binaries.major}. Dump it with the release that made it (pg_dumpall) and restore it into a new ` +
        'DATA_DIR.',
    );
  }
}

const recordFile = (dataDir: string): string => join(dataDir, 'postgres.json');

/** Written beside and then put in place, by `link` (which leaves an existing one) or `rename` (which replaces it). */
async function writeRecord(
  cluster: Cluster,
  place: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const { dataDir, folder, ...secrets } = cluster;
  // Relative, so that DATA_DIR can be moved.
  const record = { folder: dirname(folder) === dataDir ? relative(dataDir, folder) : folder, ...secrets };
  const draft = `${recordFile(dataDir)}.new-${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(JSON.stringify(record, null, 2));
  await file.sync().finally(() => file.close());
  try {
    await place(draft, recordFile(dataDir));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await rm(draft, { force: true });
  await syncFolder(dataDir);
}

async function initialise(folder: string, password: string, user: OsUser, binaries: Binaries): Promise<void> {
  // Beside the folder, which initdb wants empty; deleted with it (makeFolder).
  const passwordFile = `${folder}-password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    for (const path of [folder, passwordFile]) await give(path, user);
    const access = ['--username', ADMIN, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
    await run(binaries.initdb, ['--pgdata', folder, ...access, ...LOCALE], user);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

// Built into Postgres, so that no update of the system's libraries changes the order of an index.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

const give = async (path: string, user: OsUser): Promise<void> => {
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
};
