import { defineService } from '#mixins/service';
// For the tests beside this file: an actor whose rule wants what it is told to of the ledger, and a service that keeps it.
import { fail } from '#lib/errors';
import type { Migration } from '#lib/postgres/migrate';
import { world, type Instant } from '#lib/world';
import { actor, ask, table, type State } from '#mixins/actors';
import { becomes, type Decision } from '#mixins/actors/decision';
import type { TestPlatform } from '#test/platform';
import { balances, ledger, ledgerTables, type Refusal, type Transfer } from './index.ts';
import { timeOut } from './timeouts.ts';

export interface Purse extends State {
  done: number;
  refused: number;
}

export const purseLedger = ledger({ floors: { purse: 0, credit: -100 } });

export const purseActor = actor<Purse>({
  name: 'purse',
  store: table<Purse>({ name: 'purses', changing: ['done', 'refused'] }),
  missing: 'PLEDGE_NOT_FOUND',
  ledger: purseLedger,
});

export const purses = defineService({ name: 'purses', actors: [purseActor], actions: [] });

export async function makeTables(platform: TestPlatform): Promise<void> {
  const db = platform.db('purses');
  await db.query(
    'create table purses (id uuid primary key, status text, version int, done int, refused int)',
  );
  const query = (sql: string) => db.query(sql);
  await ledgerTables({ sequelize: { query } } as unknown as Parameters<Migration>[0]);
}

export async function aPurse(platform: TestPlatform): Promise<string> {
  const id = world.newId();
  await platform.db('purses').query(`insert into purses values ($1, 'OPEN', 1, 0, 0)`, [id]);
  return id;
}

export async function purseOf(platform: TestPlatform, id: string): Promise<Purse> {
  const { rows } = await platform.db('purses').query<Purse>('select * from purses where id = $1', [id]);
  return rows[0]!;
}

/** What is wanted together; `ready`: the rule has an answer to a refusal, or refuses by itself, or has none. */
export interface Wish {
  transfers: Transfer[];
  ready?: 'counts' | 'throws' | ((refusal: Refusal, purse: Purse) => Decision<Purse>);
}

function want(purse: Purse, { transfers, ready }: Wish): Decision<Purse> {
  const answer = (refusal: Refusal): Decision<Purse> => {
    if (typeof ready === 'function') return ready(refusal, purse);
    if (ready === 'throws') throw fail('TRANSITION_NOT_ALLOWED');
    return becomes({ ...purse, refused: purse.refused + 1 });
  };
  return transfers.reduce<Decision<Purse>>(
    (decision, transfer) => decision.transferring(transfer, ready && answer),
    becomes({ ...purse, done: purse.done + 1 }),
  );
}

/** Asks an actor on one of the nodes; answers with how many of its wishes it has had. */
export const wish = (platform: TestPlatform, key: string, input: Wish, on = 0): Promise<number> =>
  ask(platform.service('purses', on), purseActor, wishing(key, input));

export const wishing = (key: string, input: Wish, command_id: string | null = null) => ({
  name: 'want',
  mode: 'existing' as const,
  rule: want,
  input,
  reply: (it: Purse) => it.done,
  key,
  command_id,
  input_hash: command_id,
  by: undefined,
  causation_id: null,
  user_id: null,
});

/** An account of a kind that nobody else uses. */
export const anAccount = (kind = 'purse'): string => `${kind}:${world.newId()}`;

export const post = (from: string, to: string, amount: number, id = world.newId()): Transfer => ({
  ...{ id, kind: 'post', from, to, amount, currency: 'EUR' },
});

export const pend = (from: string, to: string, amount: number, expires_at?: Instant): Transfer => ({
  ...{ id: world.newId(), kind: 'pend', from, to, amount, currency: 'EUR' },
  ...(expires_at && { expires_at }),
});

export const postPending = (pending_id: string, amount?: number, id = world.newId()): Transfer => ({
  ...{ id, kind: 'post_pending', pending_id, ...(amount !== undefined && { amount }) },
});

export const voidPending = (pending_id: string, id = world.newId()): Transfer => ({
  ...{ id, kind: 'void_pending', pending_id },
});

/** [balance, reserved] of each. */
export async function standing(platform: TestPlatform, ...accounts: string[]): Promise<(number[] | null)[]> {
  const found = await balances(platform.service('purses').db, accounts);
  return accounts.map((account) => {
    const it = found.get(account);
    return it ? [it.balance, it.reserved] : null;
  });
}

/** A purse's account with money in it. */
export async function funded(platform: TestPlatform, amount: number): Promise<string> {
  const account = anAccount();
  await wish(platform, await aPurse(platform), { transfers: [post('world:', account, amount)] });
  return account;
}

/** Lets the time of these be up, as their timers would. */
export const timeOutAll = (platform: TestPlatform, ids: string[], on = 0): Promise<void> =>
  timeOut(platform.service('purses', on).db, ids);

/** How a command is refused whose rule has no answer to the refusal. */
export const refused = (reason: string) => ({ type: 'TRANSFER_REFUSED', code: 409, data: { reason } });
