// Pledge intake over HTTP, signed in, each 201 after its commit, against pgbench on the same Postgres in the same run: in one
// thread, and in one and two worker threads.
import {
  aCommunity,
  makeYardstick,
  pgbench,
  record,
  startRunning,
  wrk,
  type Load,
  type Running,
} from './kit.ts';

const SECONDS = 6;
const ROUNDS = 3;
const CLIENTS = [1, 64, 256];
// 0: one thread runs everything.
const WORKERS = [0, 1, 2];
// More connections than this only make Postgres slower.
const POSTGRES_CLIENTS = 64;

export default async function intake(): Promise<void> {
  const rounds: Round[] = [];
  for (const workers of WORKERS) rounds.push(...(await measureWith(workers)));

  const classic = await startRunning('bench/classic.ts', [], { WORKERS: '0' });
  const theirs = await aCommunity(classic, 100);
  await measure(classic, theirs, 64);
  const usual = new Map<number, Load>();
  for (const clients of CLIENTS) usual.set(clients, await measure(classic, theirs, clients));
  await classic.stop();
  await record('intake', report(rounds, usual));
}

interface Round {
  workers: number;
  clients: number;
  yardstick: number;
  load: Load;
}

async function measureWith(workers: number): Promise<Round[]> {
  const ours = await startRunning('start.ts', [], { WORKERS: String(workers) });
  await makeYardstick(ours.adminUrl);
  const community = await aCommunity(ours, 100);
  await measure(ours, community, 64); // warm
  // Yardstick and platform take turns: other load on the machine affects both.
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const clients of CLIENTS) {
      const yardstick = await pgbench(ours.adminUrl, Math.min(clients, POSTGRES_CLIENTS), SECONDS);
      rounds.push({ workers, clients, yardstick, load: await measure(ours, community, clients) });
    }
  }
  await ours.stop();
  return rounds;
}

const measure = (
  { url }: Running,
  { token, campaign_ids }: Awaited<ReturnType<typeof aCommunity>>,
  clients: number,
) =>
  wrk(url, {
    clients,
    seconds: SECONDS,
    script: 'pledge.lua',
    env: { TOKEN: token, CAMPAIGNS: campaign_ids.join(',') },
  });

function report(rounds: Round[], usual: Map<number, Load>): string {
  const kinds = WORKERS.flatMap((workers) => CLIENTS.map((clients) => ({ workers, clients })));
  const lines = kinds.map(({ workers, clients }) => {
    const mine = rounds.filter((round) => round.workers === workers && round.clients === clients);
    const middle = (of: (round: Round) => number) => mine.map(of).sort((a, b) => a - b)[mine.length >> 1]!;
    const ratio = middle(({ load, yardstick }) => load.per_second / yardstick);
    const each = usual.get(clients)!.per_second;
    const errors = mine.reduce((sum, { load }) => sum + load.errors, 0);
    const ours = middle(({ load }) => load.per_second);
    return `| ${workers} | ${clients} | ${ours.toFixed(0)} | ${middle(({ load }) => load.p50_ms).toFixed(2)} | ${middle(({ load }) => load.p99_ms).toFixed(1)} | ${middle(({ yardstick }) => yardstick).toFixed(0)} | ${ratio.toFixed(2)} | ${each.toFixed(0)} | ${(ours / each).toFixed(2)} | ${errors} |`;
  });
  return `POST /api/pledges, signed in, with an Idempotency-Key, 201 after commit; medians of ${ROUNDS} rounds of ${SECONDS} s.
pgbench: BEGIN, two inserts (pledge, outbox), COMMIT. A transaction each: our gateway and tables, without keys and history.

| WORKERS | clients | per second | p50 ms | p99 ms | pgbench | ÷ pgbench | a transaction each | ÷ that | errors |
|---|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}`;
}
