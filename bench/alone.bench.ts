// One client alone: an action, in process, against the SQL statement behind it, on the same Postgres in the same run.
import type { Params, Result } from '#contracts';
import { permissionNames } from '#contracts/permissions';
import { settingsOf } from '#lib/broker';
import { signCaller } from '#lib/signed-caller';
import { world } from '#lib/world';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { makeYardstick, percentile, record, startHere } from './kit.ts';

const REPETITIONS = 4000;
const ROUNDS = 3;

export default async function alone(): Promise<void> {
  const platform = await startHere();
  const db = new pg.Client(await makeYardstick(platform.adminUrl));
  await db.connect();
  const text = await readFile(join(import.meta.dirname, 'two-inserts-at-once.sql'), 'utf8');
  const direct = () => db.query({ name: 'direct', text, values: [world.newId(), world.newId()] });

  const caller = { user_id: world.newId(), permissions: new Set(permissionNames), scoped: new Map() };
  const call = <P extends object, R>(name: string, params: P, key = world.newId()) =>
    platform.broker.call<R, P>(name, params, {
      meta: {
        signed_caller: signCaller(settingsOf(platform.broker).caller_secret, caller),
        idempotency_key: key,
      },
    });
  const draft = { title: 'A well', description: '', goal_amount: 100_000, currency: 'EUR' };
  const { id } = await call<Params<'campaigns.create'>, Result<'campaigns.create'>>(
    'campaigns.create',
    draft,
  );
  await call('campaigns.publish', { id });
  const create = () => call('pledges.create', { campaign_id: id, amount: 1000, currency: 'EUR' });

  const rounds = [];
  await timesOf(create);
  await timesOf(direct);
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ direct: await timesOf(direct), create: await timesOf(create) });
  }
  await db.end();
  await platform.stop();
  const lines = rounds.map(({ direct, create }) => {
    const p = (times: number[], at: number) => percentile(times, at).toFixed(3);
    const ratio = percentile(create, 0.5) / percentile(direct, 0.5);
    return `| ${p(direct, 0.5)} | ${p(direct, 0.99)} | ${p(create, 0.5)} | ${p(create, 0.99)} | ${ratio.toFixed(2)} |`;
  });
  await record(
    'alone',
    `\`pledges.create\` in process with an Idempotency-Key, one at a time, ${REPETITIONS} in each round; direct: one statement
that inserts a pledge and its outbox row, prepared, through pg.

| direct p50 ms | p99 | create p50 ms | p99 | p50 ÷ direct |\n|---|---|---|---|---|\n${lines.join('\n')}`,
  );
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}
