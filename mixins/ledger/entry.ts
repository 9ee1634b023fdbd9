import type { Instant } from '#lib/world';
import type { TransferRow } from './rows.ts';
import type { Movement, Transfer } from './transfer.ts';

/** A transfer as it is stored, and its effect on its two accounts. */
export interface Entry {
  row: TransferRow & { debit: string; credit: string; currency: string };
  moved: number;
  /** On the debited account; negative where the entry releases. */
  reserved: number;
}

/** A transfer that names its accounts. */
export type DirectTransfer = Extract<Transfer, Movement>;
/** One that ends a pending transfer. */
export type PendingEnd = Exclude<Transfer, Movement>;

export const KINDS = { post: 'posted', pend: 'pending' } as const;

export function entryOf(transfer: DirectTransfer, at: Instant): Entry {
  const { id, from: debit, to: credit, amount, currency } = transfer;
  const row = { id, kind: KINDS[transfer.kind], debit, credit, amount, currency, at };
  if (transfer.kind === 'post') return { row, moved: amount, reserved: 0 };
  return { row: { ...row, expires_at: transfer.expires_at }, moved: 0, reserved: amount };
}

/** Ends `pending`: moves `amount` of it; a void moves nothing. */
export function endOf(
  { kind, id, pending_id }: PendingEnd,
  pending: TransferRow,
  amount: number,
  at: Instant,
): Entry {
  const { debit, credit, currency } = pending as Entry['row'];
  const row = { id, kind, pending_id, debit, credit, currency, amount, at };
  return { row, moved: kind === 'post_pending' ? amount : 0, reserved: -pending.amount! };
}

/** The row of a refused transfer, without its reason. */
export function wantedOf(transfer: Transfer): Omit<TransferRow, 'kind' | 'at'> {
  if ('pending_id' in transfer) {
    const { id, pending_id } = transfer;
    return { id, pending_id, amount: transfer.kind === 'post_pending' ? transfer.amount : undefined };
  }
  const { id, from, to, amount, currency } = transfer;
  return { id, debit: from, credit: to, amount, currency };
}

/** In one order everywhere, so that two batches never deadlock. */
export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
