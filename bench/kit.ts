// Shared by the benchmarks: a platform of their own, a load, a yardstick, and the record of results.
import { config } from '#config';
import { startPlatform } from '#lib/supervisor';
import { uuidv5 } from '#lib/world';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { cpus, release, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '#lib/postgres/postmaster';
import { brokerOptions } from '../moleculer.config.ts';

const run = promisify(execFile);
const HERE = import.meta.dirname;

export interface Running {
  pid: number;
  url: string;
  /** The superuser's URL of the database `postgres`. */
  adminUrl: string;
  stop(): Promise<void>;
}

/** A platform in its own process, on a fresh DATA_DIR, with these settings. `entry` is start.ts, or a variant of it. */
export async function startRunning(
  entry = 'start.ts',
  flags: string[] = [],
  settings: Record<string, string> = {},
): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, [...flags, resolve(HERE, '..', entry), '--no-demo'], {
    // A few clients ask as much as thousands would.
    env: { ...process.env, RATE_LIMITS: 'off', PORT: String(port), DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: dataDir,
  });
  const exited = once(child, 'exit');
  process.once('exit', () => child.kill('SIGTERM')); // also when the benchmark fails
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => line.includes('is ready') && resolve());
    void exited.then(() => reject(new Error('The platform ended before it was ready')));
  });
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${port}`,
    adminUrl: await adminUrlOf(dataDir),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same in this process, in one thread and without a port, so that actions can be called without HTTP. */
export async function startHere() {
  const data_dir = await mkdtemp(join(tmpdir(), 'commonweal-bench-'));
  const settings = { ...config(), port: 0, workers: 0, data_dir };
  const platform = await startPlatform(settings, brokerOptions(settings));
  return {
    broker: platform.broker,
    adminUrl: await adminUrlOf(data_dir),
    async stop() {
      await platform.stop();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}

export async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': uuidv5(`${performance.now()} ${url}`),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A donor who is signed in, and campaigns that accept pledges. */
export async function aCommunity({ url }: Running, campaigns: number) {
  const who = { email: `bench@example.org`, password: 'correct horse battery staple', name: 'Bench' };
  const { access_token: token } = await post<{ access_token: string }>(`${url}/api/auth/register`, who);
  const campaign_ids: string[] = [];
  for (let i = 0; i < campaigns; i++) {
    const wish = { title: `Campaign ${i}`, description: '', goal_amount: 100_000, currency: 'EUR' };
    const { id } = await post<{ id: string }>(`${url}/api/campaigns`, wish, token);
    await post(`${url}/api/campaigns/${id}/publish`, {}, token);
    campaign_ids.push(id);
  }
  return { token, campaign_ids };
}

export interface Load {
  per_second: number;
  p50_ms: number;
  p99_ms: number;
  /** Responses with another than the script's `wanted` status, and time-outs. */
  errors: number;
}

/** A load by wrk, which takes little of the two cores that it shares with the platform. */
export async function wrk(
  url: string,
  load: { clients: number; seconds: number; script: string; env?: Record<string, string> },
): Promise<Load> {
  const words = ['-t1', `-c${load.clients}`, `-d${load.seconds}s`, '-s', join(HERE, load.script), url];
  const { stdout } = await run('wrk', words, { env: { ...process.env, ...load.env } }).catch(
    (error: Error) => {
      throw 'code' in error && error.code === 'ENOENT'
        ? new Error('wrk is missing: apt-get install wrk')
        : error;
    },
  );
  const [per_second, p50_ms, p99_ms, errors] = /RESULT (.*)/.exec(stdout)![1]!.split(' ').map(Number);
  return { per_second: per_second!, p50_ms: p50_ms!, p99_ms: p99_ms!, errors: errors! };
}

/** A script by pgbench, on the database `yardstick`, per second; by default BEGIN, a pledge's two inserts, COMMIT. */
export async function pgbench(
  adminUrl: string,
  clients: number,
  seconds: number,
  script = 'two-inserts.sql',
): Promise<number> {
  const program = ['/usr/lib/postgresql/15/bin/pgbench', '/usr/bin/pgbench'].find(existsSync);
  if (!program) throw new Error('pgbench is missing: apt-get install postgresql-contrib');
  const { hostname, port, username, password } = new URL(adminUrl);
  const { stdout } = await run(
    program,
    [
      '-h',
      hostname,
      '-p',
      port,
      '-U',
      username,
      '-n',
      '-M',
      'prepared',
      '-j',
      '2',
      '-c',
      String(clients),
      '-T',
      String(seconds),
      '-f',
      join(HERE, script),
      'yardstick',
    ],
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
  );
  return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
}

/** A database with the tables of pledges and their outbox, for yardsticks. */
export async function makeYardstick(adminUrl: string): Promise<string> {
  const url = await makeDatabase(adminUrl, 'yardstick');
  const db = new pg.Client(url);
  await db.connect();
  await db.query(await readFile(join(HERE, 'yardstick.sql'), 'utf8'));
  await db.end();
  return url;
}

/** Creates an empty database; returns its URL. */
export async function makeDatabase(adminUrl: string, name: string): Promise<string> {
  const url = new URL(adminUrl);
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

export const percentile = (times_ms: number[], p: number): number =>
  times_ms.toSorted((a, b) => a - b)[Math.floor(times_ms.length * p)]!;

/** Prints a result and records it in bench/results, with machine and date. */
export async function record(name: string, markdown: string): Promise<void> {
  const model = cpus()[0]?.model ?? 'unknown';
  const head = `${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${model}), shared by load, Node ${process.versions.node} and Postgres 18; Linux ${release()}`;
  const text = `# ${name}\n\n${head}. By \`npm run bench -- ${name}\`.\n\n${markdown}\n`;
  await writeFile(join(HERE, 'results', `${name}.md`), text);
  console.log(markdown);
}

export async function adminUrlOf(dataDir: string): Promise<string> {
  const { readCluster } = await import('#lib/postgres/cluster');
  const { adminUrlOf } = await import('#lib/postgres/hold');
  return adminUrlOf((await readCluster(dataDir))!);
}
