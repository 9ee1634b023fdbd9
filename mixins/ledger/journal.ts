import type { Instant } from '#lib/world';
import { byId, entryOf, wantedOf, type Entry } from './entry.ts';
import { noMisses, type LedgerCache, type Misses } from './cache.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerChanges, TransferRow } from './rows.ts';
import { accountChanges } from './account-changes.ts';
import { TIMEOUT } from './timeout-name.ts';
import { assertTransfer, type Refusal, type Transfer } from './transfer.ts';
import { checkTransfer, type LedgerView } from './check-transfer.ts';

/** The transfers of a batch, decision by decision. */
export interface Journal {
  /**
   * Enters all of them, or none, and returns the refusal. Throws NEEDS_LOCK when only the database can decide; throws on an
   * invalid transfer.
   */
  attempt(transfers: Transfer[], at: Instant): Refusal | undefined;
  changes(): LedgerChanges;
}

/** Not a failure: the outcome depends on rows that were not fetched, so the batch is decided again under locks. */
export const NEEDS_LOCK = new Error('needs lock');
/** A batch that needs other rows each time it is decided. It is bisected until the command at fault is alone. */
export const NON_DETERMINISTIC = new Error(
  'It wants other transfers each time it is decided: that is no pure rule',
);

/** Assumes that every id is new and every account has the funds: the statement that saves it checks both. */
export function optimisticJournal(ledger: Ledger): Journal {
  const changes = accountChanges(ledger);
  const transfers: TransferRow[] = [];
  return {
    attempt(wanted, at) {
      wanted.forEach(assertTransfer);
      for (const transfer of wanted) {
        if ('pending_id' in transfer || transfer.overdraft !== undefined || transfer.ceiling !== undefined)
          throw NEEDS_LOCK;
        const entry = entryOf(transfer, at);
        if (!changes.agrees(entry.row)) throw NEEDS_LOCK;
        changes.add(entry);
        transfers.push(entry.row);
      }
      return undefined;
    },
    changes: () => ({
      transfers: transfers.sort(byId),
      locked: [],
      optimistic: changes.list(new Set()),
      timers: transfers.flatMap(timeout),
    }),
  };
}

/**
 * Decides the transfers by the cache. A row that the cache lacks goes to `misses` and is assumed fine: fetch the misses, and
 * decide the whole batch again.
 */
export function lockedJournal(ledger: Ledger, cache: LedgerCache): Journal & { misses: Misses } {
  const made = new Map<string, TransferRow>();
  const view: LedgerView = {
    cache,
    changes: accountChanges(ledger, cache.accounts),
    ended: new Set(cache.ended),
    rowOf: (id) => made.get(id) ?? cache.transfers.get(id),
    misses: noMisses(),
  };
  const forced = new Set<string>();

  function enter(entry: Entry) {
    view.changes.add(entry);
    made.set(entry.row.id, entry.row);
    if (entry.row.pending_id) view.ended.add(entry.row.pending_id);
  }

  function erase(entry: Entry) {
    view.changes.remove(entry);
    made.delete(entry.row.id);
    if (entry.row.pending_id) view.ended.delete(entry.row.pending_id);
  }

  function refuse(transfer: Transfer, reason: Refusal['reason'], at: Instant): Refusal {
    // The refusal spends the id, unless it has a row already.
    if (!view.rowOf(transfer.id))
      made.set(transfer.id, { ...wantedOf(transfer), kind: 'refused', reason, at });
    const refusal = { transfer_id: transfer.id, reason };
    if (!('from' in transfer)) return refusal;
    const { from, to, ceiling = 0 } = transfer;
    if (reason === 'below_floor')
      return { ...refusal, available: Math.max(0, view.changes.aboveFloor(from)) };
    if (reason !== 'above_ceiling') return refusal;
    return { ...refusal, available: Math.max(0, ceiling - view.changes.availableOn(to)) };
  }

  return {
    misses: view.misses,
    attempt(wanted, at) {
      wanted.forEach(assertTransfer);
      const entries: Entry[] = [];
      for (const transfer of wanted) {
        const outcome = checkTransfer(view, transfer, at);
        if (typeof outcome === 'string') {
          entries.reverse().forEach(erase);
          return refuse(transfer, outcome, at);
        }
        if (!outcome) continue;
        enter(outcome);
        if ('overdraft' in transfer && transfer.overdraft) forced.add(transfer.from);
        entries.push(outcome);
      }
      return undefined;
    },
    changes() {
      const transfers = [...made.values()].sort(byId);
      const over = transfers.filter(({ kind }) => kind === 'post_pending' || kind === 'void_pending');
      const timers = [
        ...transfers.flatMap(timeout),
        ...over.flatMap(({ pending_id }) => noTimeout(view.rowOf(pending_id!))),
      ];
      return { transfers, optimistic: [], locked: view.changes.list(forced), timers };
    },
  };
}

const timeout = ({ kind, id, expires_at }: TransferRow) =>
  kind === 'pending' && expires_at ? [{ name: TIMEOUT, key: id, due_at: expires_at, payload: {} }] : [];

const noTimeout = (pending: TransferRow | null | undefined) =>
  pending?.expires_at ? [{ name: TIMEOUT, key: pending.id, due_at: null, payload: {} }] : [];
