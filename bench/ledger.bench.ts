// Transfers through actors, against a transaction each and a stored procedure each, on the same Postgres in the same run.
import { openPool, type Pool } from '#lib/database';
import { startEmbeddedPostgres } from '#lib/postgres/embedded';
import { migrate, type Migration } from '#lib/postgres/migrate';
import { world } from '#lib/world';
import { actor, table, type State } from '#mixins/actors';
import type { Command } from '#mixins/actors/actor';
import { committer } from '#mixins/actors/committer';
import { becomes } from '#mixins/actors/decision';
import { mailbox } from '#mixins/actors/mailbox';
import { ledger, ledgerTables, verifyLedger, type Transfer } from '#mixins/ledger';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDatabase, percentile, pgbench, record } from './kit.ts';

const SECONDS = 5;
const WALLETS = 10_000;
const EACH = 1_000_000_000_000;
// Postgres has 100 connections.
const MOST_CONNECTIONS = 64;

/** A wallet pays; its account has the same number. The rule only needs it to exist. */
const walletActor = actor<State>({
  name: 'wallet',
  store: table<State>({ name: 'wallets', changing: [] }),
  missing: 'PLEDGE_NOT_FOUND',
  ledger: ledger({ floors: { wallet: 0 } }),
});
const pay = (wallet: State, transfers: Transfer[]) =>
  transfers.reduce((decision, transfer) => decision.transferring(transfer), becomes(wallet));

type Spread = 'hot' | 'spread';
interface Pair {
  from: number;
  to: number;
}

/** Hot: everyone pays one; spread: anyone pays anyone. */
const PAIRS: Record<Spread, () => Pair> = {
  hot: () => ({ from: below(WALLETS - 1), to: WALLETS - 1 }),
  spread: () => {
    const from = below(WALLETS - 1);
    return { from, to: (from + 1 + below(WALLETS - 2)) % (WALLETS - 1) };
  },
};
const below = (n: number) => Math.floor(Math.random() * n);

export default async function ledgerBench(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const usual = openPool(await makeDatabase(server.adminUrl, 'yardstick'), () => {}, 16);
    await usual.query(await readFile(join(import.meta.dirname, 'ledger.sql'), 'utf8'));
    const url = await makeDatabase(server.adminUrl, 'wallets');
    await migrate({ name: 'wallets', url });
    const ours = openPool(url, () => {});
    const transfer = await throughActors(ours);
    const lines: string[] = [];
    for (const spread of ['hot', 'spread'] as const) {
      for (const clients of [64, 256]) {
        const each = await load(clients, () => aTransaction(usual, PAIRS[spread]()));
        const procedure = await pgbench(
          server.adminUrl,
          Math.min(clients, MOST_CONNECTIONS),
          SECONDS,
          `ledger-${spread}.sql`,
        );
        const group = await load(clients, () => transfer(PAIRS[spread]()));
        lines.push(lineOf(`${spread}, ${clients}`, each, procedure, group));
      }
    }
    const wrong = await verifyLedger(ours);
    await Promise.all([usual.end(), ours.end()]);
    await record(
      'ledger',
      `${HEAD}${lines.join('\n')}\n\nThe ledger verified afterwards: ${wrong.length} violations.`,
    );
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const HEAD = `Transfers per second between ${WALLETS} accounts with a floor, in process, ${SECONDS} s each after 1 s to warm up. Hot: one
account is paid by all. Each: BEGIN, the id, SELECT FOR UPDATE, two updates, two entries, COMMIT, through a pool of 16.
Procedure: all of that in one call, by pgbench through 64 connections. Actors: a command to the payer's actor, whose rule wants the transfer.

| accounts, callers | each | procedure | actors | p50 ms | p99 | ÷ each | ÷ procedure |\n|---|---|---|---|---|---|---|---|\n`;

function lineOf(what: string, each: Load, procedure: number, group: Load): string {
  const [n, ms] = [(it: number) => Math.round(it).toLocaleString('en'), (it: number) => it.toFixed(1)];
  const ratios = [each.per_second, procedure].map((it) => (group.per_second / it).toFixed(1));
  return `| ${what} | ${n(each.per_second)} | ${n(procedure)} | ${n(group.per_second)} | ${ms(group.p50_ms)} | ${ms(group.p99_ms)} | ${ratios.join(' | ')} |`;
}

/** The wallets and their accounts, funded; and a transfer as a command to the payer's actor. */
async function throughActors(pool: Pool): Promise<(pair: Pair) => Promise<unknown>> {
  const query = (sql: string) => pool.query(sql);
  await ledgerTables({ sequelize: { query } } as unknown as Parameters<Migration>[0]);
  await pool.query('create table wallets (id uuid primary key, status text, version int)');
  const ids = Array.from({ length: WALLETS }, () => world.newId());
  await pool.query(`insert into wallets select id, 'OPEN', 1 from unnest($1::uuid[]) id`, [ids]);
  await pool.query('analyze wallets');
  const box = mailbox(committer(walletActor, pool));
  const ask = (key: string, input: Transfer[]) =>
    new Promise<unknown>((resolve, reject) => {
      const command: Command<State> = {
        key,
        input,
        resolve,
        reject,
        rule: pay,
        name: 'pay',
        mode: 'existing',
        now: world.now(),
        command_id: null,
        input_hash: null,
        caller: undefined,
        causation_id: null,
        user_id: null,
        reply: ({ id }) => id,
      };
      box.put(command);
    });
  const post = (from: string, to: number, amount: number): Transfer => ({
    id: world.newId(),
    kind: 'post',
    from,
    to: `wallet:${to}`,
    amount,
    currency: 'EUR',
  });
  for (let at = 0; at < WALLETS; at += 500)
    await ask(
      ids[at]!,
      Array.from({ length: 500 }, (_, i) => post('bank:', at + i, EACH)),
    );
  await pool.query('analyze ledger_accounts');
  return ({ from, to }) => ask(ids[from]!, [post(`wallet:${from}`, to, 100)]);
}

/** The usual design. */
async function aTransaction(pool: Pool, { from, to }: Pair): Promise<void> {
  const [d, c, amount] = [from + 1, to + 1, 100];
  const client = await pool.connect();
  await client.query('begin');
  const text = 'insert into transfer (id, debit, credit, amount) values ($1, $2, $3, $4)';
  const id = world.newId();
  await client.query({ name: 'transfer', text, values: [id, d, c, amount] });
  const lock = 'select balance from account where id in ($1, $2) order by id for update';
  await client.query({ name: 'lock', text: lock, values: [d, c] });
  const update = 'update account set balance = balance + $2 where id = $1';
  await client.query({ name: 'update', text: update, values: [d, -amount] });
  await client.query({ name: 'update', text: update, values: [c, amount] });
  const entries = 'insert into entry (transfer_id, account_id, amount) values ($1, $2, $4), ($1, $3, $5)';
  await client.query({ name: 'entries', text: entries, values: [id, d, c, -amount, amount] });
  await client.query('commit');
  client.release();
}

interface Load {
  per_second: number;
  p50_ms: number;
  p99_ms: number;
}

async function load(clients: number, work: () => Promise<unknown>): Promise<Load> {
  const times: number[] = [];
  const begins = performance.now() + 1000;
  const ends = begins + SECONDS * 1000;
  async function client() {
    for (;;) {
      const began = performance.now();
      if (began > ends) return;
      await work();
      const ended = performance.now();
      if (began > begins && ended <= ends) times.push(ended - began);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  return {
    per_second: times.length / SECONDS,
    p50_ms: percentile(times, 0.5),
    p99_ms: percentile(times, 0.99),
  };
}
