// The cost of an idle platform, with its own services and with more.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { copyWithDummies } from './idle.dummies.ts';
import { record, startRunning } from './kit.ts';
import { cpuOf, memoryOf } from './processes.ts';

const DUMMIES = 15;
// By then garbage of the start is collected, and pools have closed spare connections.
const WARM_UP_MS = 30_000;
const MEASURED_MS = 60_000; // each service polls its timers once in it

export default async function idle(): Promise<void> {
  const today = await measure(join(import.meta.dirname, '..'));
  const copy = await copyWithDummies(DUMMIES);
  const more = await measure(copy);
  await rm(copy, { recursive: true });
  const lines = [today, more].map(
    ({ services, node, postgres, connections, memory_mb }) =>
      `| ${services} | ${node.toFixed(2)} | ${postgres.toFixed(2)} | ${(node + postgres).toFixed(2)} | ${connections} | ${memory_mb.toFixed(0)} |`,
  );
  await record(
    'idle',
    `${MEASURED_MS / 1000} s of a platform in one thread that nobody asks for anything, ${WARM_UP_MS / 1000} s after its start, without demo data: CPU time
of Node and of all of Postgres' processes (/proc) in % of one core, connections to Postgres, and memory (PSS) of all of them;
with today's services, and with ${DUMMIES} more, written by \`npm run new\`. CPU time is counted by process, so what else the machine
does hardly matters to it.

| services | Node % | Postgres % | together % | connections | MB |\n|---|---|---|---|---|---|\n${lines.join('\n')}`,
  );
}

async function measure(root: string) {
  const platform = await startRunning(join(root, 'start.ts'), [], { WORKERS: '0' });
  await sleep(WARM_UP_MS);
  const before = await cpuOf(platform.pid);
  const began_ms = performance.now();
  await sleep(MEASURED_MS);
  const after = await cpuOf(platform.pid);
  const percent = 100 / ((performance.now() - began_ms) / 1000);
  const figures = {
    node: (after.own_s - before.own_s) * percent,
    postgres: (after.descendants_s - before.descendants_s) * percent,
    memory_mb: await memoryOf(platform.pid),
    ...(await lookAt(platform.adminUrl)),
  };
  await platform.stop();
  return figures;
}

/** Connections without this one, and services: those with a database, and the two without. */
async function lookAt(adminUrl: string): Promise<{ connections: number; services: number }> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const { rows } = await admin.query<{ connections: number; services: number }>(
    `select (select count(*)::int from pg_stat_activity where backend_type = 'client backend') - 1 connections,
       (select count(*)::int from pg_database where datname like 'commonweal\\_%') + 2 services`,
  );
  await admin.end();
  return rows[0]!;
}
