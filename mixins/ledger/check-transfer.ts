import type { Instant } from '#lib/world';
import { endOf, entryOf, KINDS, type DirectTransfer, type PendingEnd, type Entry } from './entry.ts';
import type { LedgerCache, Misses } from './cache.ts';
import type { TransferRow } from './rows.ts';
import type { AccountChanges } from './account-changes.ts';
import type { Movement, Refusal, Transfer } from './transfer.ts';

/** What a transfer is checked against: the fetched rows, and this batch's entries so far. */
export interface LedgerView {
  cache: LedgerCache;
  changes: AccountChanges;
  ended: Set<string>;
  /** undefined: not fetched. */
  rowOf(id: string): TransferRow | null | undefined;
  misses: Misses;
}

type Outcome = Entry | Refusal['reason'] | undefined;

/** The entry of a transfer; or the reason of its refusal; or nothing, when it happened before. A miss is noted and assumed fine. */
export function checkTransfer(view: LedgerView, transfer: Transfer, at: Instant): Outcome {
  const before = view.rowOf(transfer.id);
  if (before === undefined) view.misses.ids.add(transfer.id);
  if (before?.kind === 'refused' || before?.kind === 'probed') return 'id_spent';
  return 'pending_id' in transfer
    ? checkPendingEnd(view, transfer, before, at)
    : checkDirect(view, transfer, before, at);
}

function checkDirect(
  { cache, changes, misses }: LedgerView,
  transfer: DirectTransfer,
  before: TransferRow | null | undefined,
  at: Instant,
): Outcome {
  if (before) return isSameMovement(before, transfer) ? undefined : 'id_used';
  for (const account of [transfer.from, transfer.to]) {
    if (!cache.accounts.has(account)) misses.accounts.add(account);
  }
  const entry = entryOf(transfer, at);
  if (!changes.agrees(entry.row)) return 'currency_differs';
  if (isAboveCeiling(cache, changes, transfer)) return 'above_ceiling';
  const { from, amount, overdraft = 0 } = transfer;
  if (!cache.accounts.has(from)) return entry;
  return Math.max(0, changes.aboveFloor(from)) + overdraft < amount ? 'below_floor' : entry;
}

const isAboveCeiling = (
  { accounts }: LedgerCache,
  changes: AccountChanges,
  { to, amount, ceiling = Infinity }: DirectTransfer,
) => accounts.has(to) && changes.availableOn(to) + amount > ceiling;

function checkPendingEnd(
  { rowOf, ended, misses }: LedgerView,
  transfer: PendingEnd,
  before: TransferRow | null | undefined,
  at: Instant,
): Outcome {
  const pending = rowOf(transfer.pending_id);
  if (pending === undefined) {
    misses.pendings.add(transfer.pending_id);
    return undefined;
  }
  const amount = (transfer.kind === 'post_pending' ? transfer.amount : undefined) ?? pending?.amount;
  if (before) {
    const { kind, pending_id } = before;
    const isSame = kind === transfer.kind && pending_id === transfer.pending_id && before.amount === amount;
    return isSame ? undefined : 'id_used';
  }
  if (pending?.kind !== 'pending') return 'no_such_pending';
  if (ended.has(transfer.pending_id)) return 'pending_ended';
  if (amount! > pending.amount!) return 'exceeds_pending';
  return endOf(transfer, pending, amount!, at);
}

/** Ignores `expires_at`: a rule that runs again may count from a later moment. */
const isSameMovement = (row: TransferRow, { kind, from, to, amount, currency }: DirectTransfer & Movement) =>
  row.kind === KINDS[kind] &&
  row.debit === from &&
  row.credit === to &&
  row.amount === amount &&
  row.currency === currency;
