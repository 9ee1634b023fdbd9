import { freePort } from '#lib/postgres/postmaster';
import { until } from '#test/platform';
import { Redis } from 'ioredis';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type TestRedis = Awaited<ReturnType<typeof startTestRedis>>;

/** A Redis of the test's own, which stores nothing on disk. Without redis-server, throws an Error that says how to get it. */
export async function startTestRedis() {
  await install();
  const port = await freePort();
  let server = await start(port);
  const redis = new Redis(port, { lazyConnect: true, retryStrategy: () => 10 });
  redis.on('error', () => {}); // tests kill it
  await redis.connect();
  return {
    url: `redis://127.0.0.1:${port}`,
    /** A connection of the test's own. */
    redis,
    /** Stops its answers, with its connections open; returns how to resume. */
    freeze(): () => void {
      server.kill('SIGSTOP');
      return () => void server.kill('SIGCONT');
    },
    async kill(): Promise<void> {
      await end(server);
    },
    async restart(): Promise<void> {
      server = await start(port);
    },
    async stop(): Promise<void> {
      redis.disconnect();
      await end(server);
    },
  };
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

async function start(port: number): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => server.kill('SIGKILL')); // also when the test fails
  let output = '';
  server.stdout.on('data', (text: Buffer) => (output += String(text)));
  await until(() => output.includes('Ready to accept connections') || server.exitCode !== null);
  if (server.exitCode !== null) throw new Error(`redis-server ended at once: ${output}`);
  return server;
}

const INSTALL = ['apt-get', 'install', '-y', 'redis-server'] as const;

async function install(): Promise<void> {
  if (await isThere()) return;
  const [program, ...words] = INSTALL;
  if (process.getuid?.() === 0) await run(program, words).catch(() => {});
  if (!(await isThere())) throw new Error(`There is no redis-server here: sudo ${INSTALL.join(' ')}`);
}

const isThere = () =>
  run('redis-server', ['--version']).then(
    () => true,
    () => false,
  );
