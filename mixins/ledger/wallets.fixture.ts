// For the tests beside this file: an actor whose rule makes the transfers of its input, and its service.
import type { DirectTransfer } from './entry.ts';
import { fail } from '#lib/errors';
import type { Migration } from '#lib/postgres/migrate';
import { world, type Instant } from '#lib/world';
import { actor, ask, table, type State } from '#mixins/actors';
import { becomes, type Decision } from '#mixins/actors/decision';
import { defineService } from '#mixins/service';
import type { TestPlatform } from '#test/platform';
import { balances, ledger, ledgerTables, type Refusal, type Transfer } from './index.ts';
import { timeOut } from './timeouts.ts';

export interface Wallet extends State {
  done: number;
  refused: number;
}

export const walletLedger = ledger({ floors: { wallet: 0, credit: -100 } });

export const walletActor = actor<Wallet>({
  name: 'wallet',
  store: table<Wallet>({ name: 'wallets', changing: ['done', 'refused'] }),
  missing: 'PLEDGE_NOT_FOUND',
  ledger: walletLedger,
});

export const wallets = defineService({ name: 'wallets', actors: [walletActor], actions: [] });

export async function makeTables(platform: TestPlatform): Promise<void> {
  const db = platform.db('wallets');
  await db.query(
    'create table wallets (id uuid primary key, status text, version int, done int, refused int)',
  );
  const query = (sql: string) => db.query(sql);
  await ledgerTables({ sequelize: { query } } as unknown as Parameters<Migration>[0]);
}

export async function aWallet(platform: TestPlatform): Promise<string> {
  const id = world.newId();
  await platform.db('wallets').query(`insert into wallets values ($1, 'OPEN', 1, 0, 0)`, [id]);
  return id;
}

export async function walletOf(platform: TestPlatform, id: string): Promise<Wallet> {
  const { rows } = await platform.db('wallets').query<Wallet>('select * from wallets where id = $1', [id]);
  return rows[0]!;
}

/** Transfers of one decision. `ready`: how the rule handles a refusal; without it, the command is refused. */
export interface Wish {
  transfers: Transfer[];
  ready?: 'counts' | 'throws' | ((refusal: Refusal, wallet: Wallet) => Decision<Wallet>);
}

function want(wallet: Wallet, { transfers, ready }: Wish): Decision<Wallet> {
  const answer = (refusal: Refusal): Decision<Wallet> => {
    if (typeof ready === 'function') return ready(refusal, wallet);
    if (ready === 'throws') throw fail('TRANSITION_NOT_ALLOWED');
    return becomes({ ...wallet, refused: wallet.refused + 1 });
  };
  return transfers.reduce<Decision<Wallet>>(
    (decision, transfer) => decision.transferring(transfer, ready && answer),
    becomes({ ...wallet, done: wallet.done + 1 }),
  );
}

/** Sends a wish to a wallet on one of the nodes; resolves with how many of its wishes were granted. */
export const wish = (platform: TestPlatform, key: string, input: Wish, on = 0): Promise<number> =>
  ask(platform.service('wallets', on), walletActor, wishing(key, input));

export const wishing = (key: string, input: Wish, command_id: string | null = null) => ({
  name: 'want',
  mode: 'existing' as const,
  rule: want,
  input,
  reply: (it: Wallet) => it.done,
  key,
  command_id,
  input_hash: command_id,
  caller: undefined,
  causation_id: null,
  user_id: null,
});

/** A fresh account. */
export const anAccount = (kind = 'wallet'): string => `${kind}:${world.newId()}`;

export const post = (from: string, to: string, amount: number, id = world.newId()): DirectTransfer => ({
  id,
  kind: 'post',
  from,
  to,
  amount,
  currency: 'EUR',
});

export const pend = (from: string, to: string, amount: number, expires_at?: Instant): DirectTransfer => ({
  id: world.newId(),
  kind: 'pend',
  from,
  to,
  amount,
  currency: 'EUR',
  ...(expires_at && { expires_at }),
});

export const postPending = (pending_id: string, amount?: number, id = world.newId()): Transfer => ({
  id,
  kind: 'post_pending',
  pending_id,
  ...(amount !== undefined && { amount }),
});

export const voidPending = (pending_id: string, id = world.newId()): Transfer => ({
  id,
  kind: 'void_pending',
  pending_id,
});

/** [balance, reserved] of each. */
export async function balancesOf(
  platform: TestPlatform,
  ...accounts: string[]
): Promise<(number[] | null)[]> {
  const found = await balances(platform.service('wallets').db, accounts);
  return accounts.map((account) => {
    const it = found.get(account);
    return it ? [it.balance, it.reserved] : null;
  });
}

/** A wallet's account with money in it. */
export async function funded(platform: TestPlatform, amount: number): Promise<string> {
  const account = anAccount();
  await wish(platform, await aWallet(platform), { transfers: [post('world:', account, amount)] });
  return account;
}

/** Times these transfers out, as their timers would. */
export const timeOutAll = (platform: TestPlatform, ids: string[], on = 0): Promise<void> =>
  timeOut(platform.service('wallets', on).db, ids);

/** The error of a command whose rule does not handle the refusal. */
export const refused = (reason: string) => ({ type: 'TRANSFER_REFUSED', code: 409, data: { reason } });
