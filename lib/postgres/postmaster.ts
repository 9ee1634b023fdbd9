import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Binaries } from '#lib/postgres/binaries';
import { type Cluster, logFile, updateRecord } from '#lib/postgres/cluster';
import { allPids, commandLine, isAlive, PROGRAM_ENV, type OsUser } from '#lib/postgres/process';
import { world } from '#lib/world';

/** A server that runs on a cluster, whoever started it. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** What is needed to start a server. */
export interface Server {
  cluster: Cluster;
  user: OsUser;
  binaries: Binaries;
  /** They replace those below. */
  settings: Record<string, string>;
}

/** A server that we started; it may have failed since. */
export interface Launch {
  exited: boolean;
  /** Its output, once it has exited. */
  output(): string;
}

/** The server that runs on this cluster, also one that an earlier platform left running; undefined if there is none. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const lines = readPidFile(folder);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isServerOf(pid, folder) ? { pid, port } : undefined;
}

/** Starts the server, as a process that outlives us. If its port is taken, `mayMove` picks another, which is recorded; else the server exits. */
export async function launch(
  { cluster, user, binaries, settings: own }: Server,
  mayMove: boolean,
): Promise<Launch> {
  if (mayMove && !(await isFree(cluster.port))) {
    cluster.port = await freePort();
    await updateRecord(cluster);
  }
  disownPidFile(cluster.folder);
  removeEmptyPidFile(cluster.folder);
  const log = openLog(logFile(cluster));
  const from = fstatSync(log).size;
  const settings = Object.entries({ ...SETTINGS, ...own, port: cluster.port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // detached: Ctrl-C is sent to a terminal's whole process group, and the platform drains before Postgres may
  // end.
  const options = {
    ...user,
    detached: true,
    cwd: '/',
    env: PROGRAM_ENV,
    stdio: ['ignore', log, log] as 'ignore'[],
  };
  const child = spawn(binaries.postgres, ['-D', cluster.folder, ...settings], options);
  closeSync(log);
  child.unref();
  const result = { exited: false, output: () => readFrom(logFile(cluster), from) };
  child.once('exit', () => (result.exited = true));
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return result;
}

/** Shuts the server down in order (a checkpoint, so that the next start has nothing to recover), and waits until it has ended. */
export async function stopPostmaster(folder: string): Promise<void> {
  const postmaster = findPostmaster(folder);
  if (!postmaster) return;
  try {
    process.kill(postmaster.pid, 'SIGINT'); // "fast": ends sessions instead of waiting for them
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has just ended by itself
  }
  while (findPostmaster(folder)?.pid === postmaster.pid) await world.sleep(10);
}

/** A loopback port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // A service has 5, and 5 more where it runs in threads, while one is replaced: enough for 29 services.
  max_connections: 300,
  shared_buffers: '128MB',
  // Explicit, though they are the defaults: what the platform acknowledges is on disk, and ALTER SYSTEM can't
  // change that.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Filling each new segment with zeros held up commits: intake's p99 was 50 ms with it, 20 without.
  wal_init_zero: 'off',
  wal_buffers: '32MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The client gets an ERROR anyway; in this log it would show users' data, and a retry under way would flood
  // the disk.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const readPidFile = (folder: string): string[] => {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

/** The pid may belong to another process by now: only the command line shows that. */
function isServerOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  return words[0]?.endsWith('postgres') === true && words[1] === '-D' && words[2] === folder;
}

/**
 * Postgres refuses to start while the pid in a leftover pid file belongs to a living process, but accepts its parent's pid.
 * Writing ours preserves the rest of the file, by which Postgres detects processes of the dead server that still hold its
 * memory; deleting it would lose that check, and with it the data.
 */
function disownPidFile(folder: string): void {
  const [pid, ...rest] = readPidFile(folder);
  if (!Number(pid) || !isAlive(Number(pid)) || isServerOf(Number(pid), folder)) return;
  // NOFOLLOW: we may be root, and the folder belongs to a lesser user, who must not choose what we overwrite.
  const file = openSync(
    join(folder, 'postmaster.pid'),
    constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW,
  );
  writeFileSync(file, [process.pid, ...rest].join('\n'));
  closeSync(file);
}

/**
 * A server that was killed between creating its pid file and writing it leaves an empty one, at which every later start
 * fails. It had no memory yet, so nothing else can be left of it. The file of a running process is not touched.
 */
function removeEmptyPidFile(folder: string): void {
  const path = join(folder, 'postmaster.pid');
  if (statSync(path, { throwIfNoEntry: false })?.size !== 0) return;
  if (!allPids().some((pid) => isServerOf(pid, folder))) rmSync(path, { force: true });
}

function openLog(path: string): number {
  // 10 MB, about a year of starts and stops: then the file is renamed, which replaces the one before.
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function readFrom(path: string, start: number): string {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
  readSync(file, buffer, 0, buffer.length, start);
  closeSync(file);
  return buffer.toString('utf8').trim();
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
