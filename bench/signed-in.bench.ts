// What it costs to know who asks: the same GET with a token and without, of the same campaign, in the same run.
import { aCommunity, record, startRunning, wrk } from './kit.ts';

const CLIENTS = 32;
const SECONDS = 8;
const ROUNDS = 3;

export default async function signedIn(): Promise<void> {
  const platform = await startRunning();
  const { token, campaign_ids } = await aCommunity(platform, 1);
  const url = `${platform.url}/api/campaigns/${campaign_ids[0]!}`;
  const load = (as: Record<string, string>) =>
    wrk(url, { clients: CLIENTS, seconds: SECONDS, script: 'get.lua', env: as });
  // Once before, so that both are compiled.
  await load({ TOKEN: token });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ without: await load({}), withToken: await load({ TOKEN: token }) });
  await platform.stop();
  const lines = rounds.map(({ without, withToken }) => {
    if (without.errors + withToken.errors > 0) throw new Error('Not all were answered');
    const ratio = withToken.per_second / without.per_second;
    return `| ${without.per_second.toFixed(0)} | ${without.p99_ms} | ${withToken.per_second.toFixed(0)} | ${withToken.p99_ms} | ${ratio.toFixed(2)} |`;
  });
  await record(
    'signed-in',
    `\`GET /api/campaigns/:id\` by ${CLIENTS} clients for ${SECONDS} s each, without a token and with one.

| without: per s | p99 ms | with: per s | p99 ms | with ÷ without |\n|---|---|---|---|---|\n${lines.join('\n')}`,
  );
}
