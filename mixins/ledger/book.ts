import type { Instant } from '#lib/world';
import { byId, entryOf, wantedOf, type Entry } from './entries.ts';
import { nothingMissing, type Known, type Missing } from './known.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerChanges, TransferRow } from './rows.ts';
import { sums } from './sums.ts';
import { TIMEOUT } from './timeout.name.ts';
import { assertTransfer, type Refusal, type Transfer } from './transfer.ts';
import { weigh, type Scales } from './weigh.ts';

/** What the decisions of a batch want of the ledger, one after another. */
export interface Book {
  /**
   * Enters all of them, or none: then it tells which was refused and why. Throws UNSURE when it can't say without a look
   * at the database, and where a transfer is none.
   */
  attempt(transfers: Transfer[], at: Instant): Refusal | undefined;
  changes(): LedgerChanges;
}

/** Nothing is wrong; but what was not looked at decides this. */
export const UNSURE = new Error('unsure');
/** A batch that is never decided; to be split, until it is clear whose fault that is. */
export const UNDECIDED = new Error('It wants other transfers each time it is decided: that is no pure rule');

/** Supposes that every id is new and every account can bear it: the statement that saves it checks both. */
export function trustingBook(ledger: Ledger): Book {
  const sum = sums(ledger);
  const transfers: TransferRow[] = [];
  return {
    attempt(wanted, at) {
      wanted.forEach(assertTransfer);
      for (const transfer of wanted) {
        if ('pending_id' in transfer) throw UNSURE;
        const entry = entryOf(transfer, at);
        if (!sum.agrees(entry.row)) throw UNSURE;
        sum.add(entry);
        transfers.push(entry.row);
      }
      return undefined;
    },
    changes: () => ({
      ...{ transfers: transfers.sort(byId), settled: [] },
      ...{ supposed: sum.changes(), timers: transfers.flatMap(timeout) },
    }),
  };
}

/** Decides by what is known which transfers happen. What is `missing` it takes for well: look, and decide all again. */
export function lockedBook(ledger: Ledger, known: Known): Book & { missing: Missing } {
  const made = new Map<string, TransferRow>();
  const scales: Scales = {
    known,
    sums: sums(ledger, known.accounts),
    ended: new Set(known.ended),
    rowOf: (id) => made.get(id) ?? known.transfers.get(id),
    missing: nothingMissing(),
  };

  function enter(entry: Entry) {
    scales.sums.add(entry);
    made.set(entry.row.id, entry.row);
    if (entry.row.pending_id) scales.ended.add(entry.row.pending_id);
  }

  function erase(entry: Entry) {
    scales.sums.take(entry);
    made.delete(entry.row.id);
    if (entry.row.pending_id) scales.ended.delete(entry.row.pending_id);
  }

  function refuse(transfer: Transfer, reason: Refusal['reason'], at: Instant): Refusal {
    // An id that has a row keeps it; all others are spent by this.
    if (!scales.rowOf(transfer.id))
      made.set(transfer.id, { ...wantedOf(transfer), kind: 'refused', reason, at });
    return reason === 'below_floor' && 'from' in transfer
      ? { transfer_id: transfer.id, reason, available: Math.max(0, scales.sums.availableOn(transfer.from)) }
      : { transfer_id: transfer.id, reason };
  }

  return {
    missing: scales.missing,
    attempt(wanted, at) {
      wanted.forEach(assertTransfer);
      const entries: Entry[] = [];
      for (const transfer of wanted) {
        const outcome = weigh(scales, transfer, at);
        if (typeof outcome === 'string') {
          entries.reverse().forEach(erase);
          return refuse(transfer, outcome, at);
        }
        if (!outcome) continue;
        enter(outcome);
        entries.push(outcome);
      }
      return undefined;
    },
    changes() {
      const transfers = [...made.values()].sort(byId);
      const over = transfers.filter(({ kind }) => kind === 'post_pending' || kind === 'void_pending');
      const timers = [
        ...transfers.flatMap(timeout),
        ...over.flatMap(({ pending_id }) => noTimeout(scales.rowOf(pending_id!))),
      ];
      return { transfers, supposed: [], settled: scales.sums.changes(), timers };
    },
  };
}

const timeout = ({ kind, id, expires_at }: TransferRow) =>
  kind === 'pending' && expires_at ? [{ name: TIMEOUT, key: id, due_at: expires_at, payload: {} }] : [];

const noTimeout = (pending: TransferRow | null | undefined) =>
  pending?.expires_at ? [{ name: TIMEOUT, key: pending.id, due_at: null, payload: {} }] : [];
