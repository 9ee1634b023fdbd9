// The time until a platform is ready, at the first start and the second, and its memory when idle.
import { freePort } from '#lib/postgres/postmaster';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { record } from './kit.ts';
import { memoryOf } from './processes.ts';

const WORKERS = [0, 1, 2];
const ROUNDS = 3;
// By then garbage of the start is collected, and pools have closed spare connections.
const IDLE_MS = 15_000;

export default async function start(): Promise<void> {
  const lines: string[] = [];
  for (const workers of WORKERS) {
    const first: number[] = [];
    const second: number[] = [];
    let idle_mb = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-bench-'));
      first.push((await run(dataDir, workers, 0)).ready_s);
      const again = await run(dataDir, workers, round === 0 ? IDLE_MS : 0);
      second.push(again.ready_s);
      if (round === 0) idle_mb = again.idle_mb;
      await rm(dataDir, { recursive: true, force: true });
    }
    const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!.toFixed(2);
    lines.push(`| ${workers} | ${middle(first)} | ${middle(second)} | ${idle_mb.toFixed(0)} |`);
  }
  await record(
    'start',
    `Seconds from the start of the process until it says that it is ready, medians of ${ROUNDS}, without demo data; memory
(PSS) of the platform and its Postgres ${IDLE_MS / 1000} s later.

| WORKERS | first start s | second start s | idle MB |\n|---|---|---|---|\n${lines.join('\n')}`,
  );
}

async function run(dataDir: string, workers: number, idle_ms: number) {
  const port = await freePort();
  const began_ms = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../start.ts'), '--no-demo'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, WORKERS: String(workers) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => line.includes('is ready') && resolve());
    void exited.then(() => reject(new Error('The platform ended before it was ready')));
  });
  const ready_s = (performance.now() - began_ms) / 1000;
  await sleep(idle_ms);
  const idle_mb = idle_ms > 0 ? await memoryOf(child.pid!) : 0;
  child.kill('SIGTERM');
  await exited;
  return { ready_s, idle_mb };
}
