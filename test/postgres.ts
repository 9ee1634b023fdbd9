import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#lib/postgres/embedded';
import { world } from '#lib/world';
import { templateOf } from '#test/templates';

/** What global setup leaves to global teardown, which Jest runs in the same process. */
export interface ServerOfTheRun {
  stopTestServer?: () => Promise<void>;
}

/**
 * What makes databases of a few seconds cheap, of which a run has a thousand. A power cut would lose them, a kill -9 doesn't;
 * nobody vacuums what is deleted soon; a checkpoint would write it to disk. Measured for a platform of all services, in CPU
 * seconds of Postgres: 2.2, and 4.7 on disk with `fsync` off alone.
 */
const CHEAP = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '1d',
  autovacuum: 'off',
  // Else each of a platform's 40 connections makes its client hash a password 4,096 times.
  scram_iterations: '1',
};

/** Jest's global setup: one Postgres for the whole run. */
export default async function startTestServer(): Promise<void> {
  const dataDir = await makeDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings: CHEAP });
  // Jest's workers inherit the environment; there is no other way to pass data to them.
  process.env['TEST_ADMIN_URL'] = server.adminUrl;
  process.env['TEST_SECRET'] = server.secret;
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  (globalThis as ServerOfTheRun).stopTestServer = stop;
  // After Ctrl-C Jest ends without its teardown, and Postgres would outlive it.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stop().finally(() => process.exit(1)));
}

/** A fresh DATA_DIR in which Postgres is accessible, whoever runs it; in memory where there is room. */
export async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(await roomiest(), 'commonweal-'));
  await chmod(dataDir, 0o711);
  return dataDir;
}

// What a run keeps at once, a platform's 160 MB and the test files' databases, twice.
const ROOM_BYTES = 4 * 1024 ** 3;

/** Where files stay in memory, if there is room. A first start took 20 s on a disk that others use, most of it to wait for it. */
async function roomiest(): Promise<string> {
  const memory = '/dev/shm';
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return room > ROOM_BYTES ? memory : tmpdir();
}

/** The superuser's URL, and the master secret, of the run's server. */
export const testServer = (): { adminUrl: string; secret: string } => ({
  adminUrl: process.env['TEST_ADMIN_URL'] ?? missing(),
  secret: process.env['TEST_SECRET'] ?? missing(),
});

export interface TestDatabases {
  /** Per service. */
  urls: Map<string, string>;
  /** Ends their connections, and deletes them. */
  drop(): Promise<void>;
}

/** Fresh databases of the newest schema for these services, for one test alone. */
export async function testDatabases(services: { name: string; folder?: string }[]): Promise<TestDatabases> {
  const { adminUrl, secret } = testServer();
  const prefix = `t${world.newId().slice(-12)}_`;
  const admin = await testClient(adminUrl);
  const urls = new Map<string, string>();
  for (const service of services) {
    const { template, url } = await templateOf(service, admin, { adminUrl, secret });
    const name = `${prefix}${service.name}`;
    // Copies files: 17 ms of CPU. Through the log, Postgres' default, it took 87, and dropping the copy 35 instead of 8.
    await admin.query(
      `create database ${pg.escapeIdentifier(name)} template ${template} owner ${template} strategy file_copy`,
    );
    const copy = new URL(url);
    copy.pathname = `/${name}`;
    urls.set(service.name, copy.href);
  }
  await admin.end();
  return {
    urls,
    drop: () => dropDatabases(services.map(({ name }) => `${prefix}${name}`)),
  };
}

/**
 * A test's own connections. Unlike a service's they have no time limit: a busy machine may be slow. Dropping a database ends
 * connections that are about to close: such errors are ignored.
 */
export function testPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options);
  pool.on('error', () => {});
  return pool;
}

/** One such connection, connected. */
export async function testClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'test' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Deletes databases and the roles of the same names, ending their connections. */
export async function dropDatabases(names: string[]): Promise<void> {
  const admin = await testClient(testServer().adminUrl);
  for (const name of names) {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await admin.query(`drop role if exists ${pg.escapeIdentifier(name)}`);
  }
  await admin.end();
}

function missing(): never {
  throw new Error('No Postgres is running for the tests: only *.int.test.ts files have one');
}
