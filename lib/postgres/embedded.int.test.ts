import { afterEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#lib/postgres/embedded';
import { cleanUp, freshDataDir, postmasterOf, query, startPlatform, until } from '#lib/postgres/fixtures';
import { isAlive } from '#lib/postgres/process';
import { serverUser } from '#lib/postgres/server-user';

afterEach(cleanUp);

const URL_LINE = /^postgres:/;

test('preserves data, address and secrets across restarts, where only its user can read them', async () => {
  const dataDir = await freshDataDir();
  const first = await startEmbeddedPostgres({ dataDir });
  await query(first.adminUrl, 'create table kept as select 42 as answer');
  await first.stop();
  expect(await postmasterOf(dataDir)).toBeUndefined();

  const second = await startEmbeddedPostgres({ dataDir });
  expect(await query(second.adminUrl, 'table kept')).toEqual([{ answer: 42 }]);
  expect([second.adminUrl, second.secret]).toEqual([first.adminUrl, first.secret]);
  expect(Buffer.from(second.secret, 'base64url')).toHaveLength(32);
  await second.stop();

  expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
});

test('is durable, in UTC, and listens on the loopback only', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  const settings = await query(
    await platform.line,
    `select name, setting from pg_settings where name = any('{fsync,synchronous_commit,TimeZone,server_encoding,listen_addresses}')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
    listen_addresses: '127.0.0.1',
  });
  const wrong = (await platform.line).replace(/:[^:]+@/, ':guess@');
  await expect(query(wrong, 'select')).rejects.toMatchObject({ code: '28P01' });
});

test('takes over the server of a platform that was killed', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  const url = await platform.line;
  const postmaster = await postmasterOf(dataDir);
  await platform.kill();

  expect(await startPlatform(dataDir).line).toBe(url);
  expect(await postmasterOf(dataDir)).toBe(postmaster);
});

test('recovers what was committed when platform and server are killed together', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  await query(await platform.line, 'create table kept as select 42 as answer');
  await platform.kill();
  process.kill((await postmasterOf(dataDir))!, 'SIGKILL');

  expect(await query(await startPlatform(dataDir).line, 'table kept')).toEqual([{ answer: 42 }]);
});

test('starts though the pid in the file that a killed server left is another process now', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  await platform.line;
  await platform.kill();
  process.kill((await postmasterOf(dataDir))!, 'SIGKILL');
  const stranger = spawn('sleep', ['60'], await serverUser(join(dataDir, 'postgres')));
  const pidFile = join(dataDir, 'postgres/postmaster.pid');
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, `${stranger.pid}`));

  expect(await startPlatform(dataDir).line).toMatch(URL_LINE);
  stranger.kill();
});

test('starts though a server was killed before it wrote its pid file', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  await platform.line;
  await platform.kill();
  const pid = (await postmasterOf(dataDir))!;
  process.kill(pid, 'SIGKILL');
  await until(() => !isAlive(pid));
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), '');

  expect(await startPlatform(dataDir).line).toMatch(URL_LINE);
});

test('refuses a second platform on its DATA_DIR, and names the process that runs there', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  const url = await platform.line;

  const refusal = await startPlatform(dataDir).line;
  expect(refusal).toContain(`process ${platform.process.pid}) already runs on DATA_DIR ${dataDir}`);
  expect(refusal).toMatch(/Stop that one first, or set another DATA_DIR/);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('lets one of two first starts win', async () => {
  const dataDir = await freshDataDir();
  const lines = await Promise.all([startPlatform(dataDir).line, startPlatform(dataDir).line]);
  const url = lines.filter((line) => URL_LINE.test(line));
  expect(url).toHaveLength(1);
  expect(lines.filter((line) => line.includes('already runs on DATA_DIR'))).toHaveLength(1);
  expect(await query(url[0]!, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('starts after a first start that was killed half way, and clears up after it', async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  const halfMade = async () => (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new'));
  await until(async () => (await halfMade()).length > 0);
  await platform.kill();
  expect(await readdir(dataDir)).not.toContain('postgres');

  expect(await startPlatform(dataDir).line).toMatch(URL_LINE);
  expect(await halfMade()).toEqual([]);
});

test('moves to another port when its own is in use, and stays there', async () => {
  const dataDir = await freshDataDir();
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.adminUrl).port), '127.0.0.1');
  await once(squatter, 'listening');

  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.adminUrl).not.toBe(first.adminUrl);
  await second.stop();
  squatter.close();
  const platform = startPlatform(dataDir);
  expect(await platform.line).toBe(second.adminUrl);
});

test('starts the server again, at the same URL, when it dies under a running platform', async () => {
  const dataDir = await freshDataDir();
  const url = await startPlatform(dataDir).line;
  const postmaster = (await postmasterOf(dataDir))!;
  process.kill(postmaster, 'SIGKILL');
  await until(() => query(url, 'select').catch(() => undefined));
  expect(await postmasterOf(dataDir)).not.toBe(postmaster);

  // …and the platform still holds it.
  await until(async () => (await startPlatform(dataDir).line).includes('already runs on DATA_DIR'));
});

test("outlives Ctrl-C, which reaches the platform's whole process group", async () => {
  const dataDir = await freshDataDir();
  const platform = startPlatform(dataDir);
  const url = await platform.line;
  const session = await query(url, 'select pg_postmaster_start_time() as at');
  process.kill(-platform.process.pid!, 'SIGINT');
  const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
  expect(await query(url, 'select pg_postmaster_start_time() as at')).toEqual(session);
  expect(log).not.toContain('shutdown request');
});

test("shows Postgres' own words when it can't start", async () => {
  const dataDir = await freshDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  await server.stop();
  await appendFile(join(dataDir, 'postgres/postgresql.conf'), 'no_such_setting = 1\n');
  expect(await startPlatform(dataDir).line).toMatch(/did not start .*postgres\.log.*no_such_setting/);
});

test('refuses files that another major version made', async () => {
  const dataDir = await freshDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  await server.stop();
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
  expect(await startPlatform(dataDir).line).toMatch(
    /made by Postgres 17, and this release brings Postgres 18/,
  );
});

test('does not start empty where its data was lost', async () => {
  const dataDir = await freshDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  await server.stop();
  await rm(join(dataDir, 'postgres'), { recursive: true });
  expect(await startPlatform(dataDir).line).toMatch(/was in .*\/postgres, which is gone/);
});
