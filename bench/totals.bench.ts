// Reading a campaign's totals: against a route of the same gateway that reads nothing, and against a sum over its pledges.
import { startTestRedis } from '#test/redis';
import pg from 'pg';
import { aCommunity, makeDatabase, percentile, record, startRunning, wrk } from './kit.ts';

const SECONDS = 6;
const ROUNDS = 3;
const PLEDGES = 500_000;
const SUMS = 15;
const CAMPAIGN = '00000000-0000-7000-8000-000000000000';

export default async function totals(): Promise<void> {
  const lines = [...(await measure('projection', {}))];
  const redis = await startTestRedis();
  lines.push(...(await measure('Redis', { REDIS_URL: redis.url })));
  await redis.stop();
  await record(
    'totals',
    `GET /api/campaigns/:id/totals, 64 clients, ${SECONDS} s each; the empty route is /livez. Beside it, on the same
Postgres: \`select sum(…)\` over the ${PLEDGES.toLocaleString('en')} pledges of one campaign, by an index, one at a time
(median and highest of ${SUMS}).

| read from | empty route, per second | totals, per second | p50 ms | p99 ms | ÷ empty | errors | sum p50 ms | sum max ms |
|---|---|---|---|---|---|---|---|---|\n${lines.join('\n')}`,
  );
}

async function measure(from: string, env: Record<string, string>): Promise<string[]> {
  const platform = await startRunning('start.ts', [], env);
  const { campaign_ids } = await aCommunity(platform, 1);
  const summing = await summed(await makeDatabase(platform.adminUrl, 'summing'));
  const get = (path: string) =>
    wrk(`${platform.url}${path}`, { clients: 64, seconds: SECONDS, script: 'get.lua' });
  const read = `/api/campaigns/${campaign_ids[0]}/totals`;
  await get(read); // warm
  const lines: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await get('/livez');
    const totals = await get(read);
    const ratio = (totals.per_second / empty.per_second).toFixed(2);
    lines.push(
      `| ${from} | ${empty.per_second} | ${totals.per_second} | ${totals.p50_ms} | ${totals.p99_ms} | ${ratio} | ${empty.errors + totals.errors} | ${percentile(summing, 0.5).toFixed(1)} | ${Math.max(...summing).toFixed(1)} |`,
    );
  }
  await platform.stop();
  return lines;
}

/** The time to sum up the pledges of a campaign, in ms. */
async function summed(url: string): Promise<number[]> {
  const db = new pg.Client(url);
  await db.connect();
  await db.query(`
    create table given as select gen_random_uuid() id, gen_random_uuid() donor_id, '${CAMPAIGN}'::uuid campaign_id,
      1000::bigint captured_amount, 0::bigint refunded_amount from generate_series(1, ${PLEDGES});
    create index on given (campaign_id); analyze given`);
  const times_ms: number[] = [];
  for (let i = 0; i < SUMS; i++) {
    const started_ms = performance.now();
    await db.query(
      `select sum(captured_amount - refunded_amount), sum(refunded_amount), count(*), count(distinct donor_id) from given where campaign_id = $1`,
      [CAMPAIGN],
    );
    times_ms.push(performance.now() - started_ms);
  }
  await db.end();
  return times_ms;
}
