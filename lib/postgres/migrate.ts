import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Options, type QueryInterface, QueryTypes, Sequelize } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';
import { type Session, withLock } from '#lib/postgres/lock';

/**
 * One step of a schema, in mixins/migrations/ or services/<system>/<service>/migrations/: `export const up:
 * Migration`.
 */
export type Migration = (db: QueryInterface) => Promise<unknown>;

/** A folder of migrations; `owner` is the prefix of their names in the record: shared/0001-messaging. */
export interface MigrationFolder {
  owner: string;
  path: string;
}

/**
 * Brings a service's database to the newest schema: the tables that every service has, then its own. Several processes may
 * do so at once. Throws when the database has migrations that this code does not know.
 */
export const migrate = ({
  name,
  folder,
  url,
}: {
  name: string;
  folder?: string;
  url: string;
}): Promise<void> =>
  migrateFrom(
    [
      { owner: 'shared', path: join(ROOT, 'mixins/migrations') },
      ...(folder === undefined ? [] : [{ owner: name, path: join(folder, 'migrations') }]),
    ],
    url,
  );

/** The same with these folders, which apply in their order. */
export async function migrateFrom(folders: MigrationFolder[], url: string): Promise<void> {
  const files = (await Promise.all(folders.map(filesIn))).flat();
  const db = openOnce(url);
  try {
    await withLock(sessionOf(db), 'commonweal migrate', () => apply(files, db));
  } finally {
    await db.close();
  }
}

interface MigrationFile {
  name: string;
  path: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** In the order of their numbers. A missing folder was moved or misspelt: without its tables nothing would work. */
async function filesIn({ owner, path }: MigrationFolder): Promise<MigrationFile[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Error(`There are no migrations of ${owner} at ${path}`) : error;
  });
  const migrations = names.filter((name) => /^\d{4}-[\w-]+\.ts$/.test(name)).sort();
  return migrations.map((name) => ({
    name: `${owner}/${name.slice(0, -'.ts'.length)}`,
    path: join(path, name),
  }));
}

/**
 * A Sequelize with one connection for its whole life. So the lock, and a transaction begun by hand, cover everything that a
 * migration does with the QueryInterface, without passing a transaction to each call; if the connection breaks, the
 * migration fails.
 */
function openOnce(url: string): Sequelize {
  let opened = false;
  const options: Options & { databaseVersion: string } = {
    logging: false,
    pool: { min: 1, max: 1, idle: NEVER_MS, evict: NEVER_MS },
    retry: { max: 0 },
    databaseVersion: '15.0.0', // else it opens a second connection to ask; what we need at least
    hooks: {
      beforeConnect() {
        if (opened) throw new Error('The connection to the database broke during its migration');
        opened = true;
      },
    },
  };
  return new Sequelize(url, options);
}

const NEVER_MS = 2 ** 31 - 1;

const sessionOf = (db: Sequelize): Session => ({
  query: async (sql, values) => ({ rows: await db.query(sql, { bind: values, type: QueryTypes.SELECT }) }),
});

async function apply(files: MigrationFile[], db: Sequelize): Promise<void> {
  const record = new SequelizeStorage({ sequelize: db, modelName: 'migrations' });
  const known = new Set(files.map(({ name }) => name));
  const executed = await record.executed();
  const unknown = executed.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `The code is older than the database ${db.getDatabaseName()}, which already has ` +
        `${unknown.join(', ')}. Start the release that brought these migrations, or a newer one.`,
    );
  }
  const umzug = new Umzug({
    migrations: files.map(({ name, path }) => ({ name, up: () => begin(db, path) })),
    storage: {
      executed: () => Promise.resolve(executed),
      // Umzug calls this after `up`: the migration and its record are one transaction.
      async logMigration(migration) {
        await record.logMigration(migration);
        await db.query('commit');
      },
      unlogMigration: (migration) => record.unlogMigration(migration),
    },
    logger: undefined,
  });
  await umzug.up();
}

/** When the migration throws, its connection is closed, which rolls back. */
async function begin(db: Sequelize, path: string): Promise<void> {
  const { up } = (await import(pathToFileURL(path).href)) as { up: Migration };
  await db.query('begin');
  await up(db.getQueryInterface());
}
