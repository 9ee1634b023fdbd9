// Reading a campaign's totals, against the same gateway's route that reads nothing.
import { aCommunity, record, startRunning, wrk } from './kit.ts';

const SECONDS = 6;
const ROUNDS = 3;

export default async function totals(): Promise<void> {
  const platform = await startRunning();
  const { campaign_ids } = await aCommunity(platform, 1);
  const get = (path: string) =>
    wrk(`${platform.url}${path}`, { clients: 64, seconds: SECONDS, script: 'get.lua' });
  const read = `/api/campaigns/${campaign_ids[0]}/totals`;
  await get(read); // warm
  const lines: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await get('/livez');
    const totals = await get(read);
    const ratio = totals.per_second / empty.per_second;
    lines.push(
      `| ${empty.per_second} | ${totals.per_second} | ${totals.p50_ms} | ${totals.p99_ms} | ${ratio.toFixed(2)} | ${empty.errors + totals.errors} |`,
    );
  }
  await platform.stop();
  await record(
    'totals',
    `GET /api/campaigns/:id/totals from the projection, 64 clients, ${SECONDS} s each; the empty route is /livez.

| empty route, per second | totals, per second | p50 ms | p99 ms | ÷ empty | errors |\n|---|---|---|---|---|---|\n${lines.join('\n')}`,
  );
}
