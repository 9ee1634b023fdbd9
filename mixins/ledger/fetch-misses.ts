import { planned, type Database } from '#lib/database';
import type { LedgerCache, Misses, AccountState } from './cache.ts';
import type { TransferRow } from './rows.ts';

/**
 * Adds the misses to the cache, in the caller's transaction: locks the accounts in the order of their ids, and only then
 * reads the transfers. A pending transfer ends under the lock of the account that it reserves on.
 */
export async function fetchMisses(
  db: Database,
  cache: LedgerCache,
  { ids, pendings, accounts }: Misses,
): Promise<void> {
  const reserving = pendings.size > 0 ? await transfersOf(db, [...pendings], []) : [];
  const concerned = [...accounts, ...reserving.flatMap(({ debit, credit }) => [debit!, credit!])];
  await lock(db, cache, new Set(concerned.filter((account) => !cache.accounts.has(account))));
  const wanted = [...ids, ...pendings];
  for (const id of wanted) cache.transfers.set(id, null);
  for (const row of await transfersOf(db, wanted, [...pendings])) {
    if (pendings.has(row.pending_id!) && ENDS.has(row.kind)) cache.ended.add(row.pending_id!);
    cache.transfers.set(row.id, row);
  }
}

const ENDS = new Set<TransferRow['kind']>(['post_pending', 'void_pending', 'timed_out']);

async function lock(db: Database, cache: LedgerCache, accounts: Set<string>): Promise<void> {
  if (accounts.size === 0) return;
  const { rows } = await db.query<AccountState & { id: string }>({
    name: planned('ledger.lock'),
    text: `select id, currency, balance - reserved available, floor, overdrawn from ledger_accounts where id = any($1)
      order by id for update`,
    values: [[...accounts]],
  });
  for (const account of accounts) cache.accounts.set(account, null);
  for (const { id, ...state } of rows) cache.accounts.set(id, state);
}

/** The transfers with these ids, and those that ended these pending ones. */
async function transfersOf(db: Database, ids: string[], pendings: string[]): Promise<TransferRow[]> {
  const { rows } = await db.query<TransferRow>({
    name: planned('ledger.transfers'),
    text: `select * from ledger_transfers where id = any($1)
      union select * from ledger_transfers
      where pending_id = any($2) and kind in ('post_pending', 'void_pending', 'timed_out')`,
    values: [ids, pendings],
  });
  return rows;
}
