// The transfers that a rule may ask for. Words as in accounting systems: a pending transfer reserves, and is posted or voided.
import type { Instant } from '#lib/world';

/**
 * Between two accounts of one currency; `amount` in its minor units, a whole number above 0. The text before an account's
 * first ':' is its kind. An account is created by its first transfer.
 */
export interface Movement {
  from: string;
  to: string;
  amount: number;
  currency: string;
  /**
   * How far `from` may fall below its floor, beyond what it owes already: Infinity for money that is gone. What is missing is
   * a debt, which credits pay first.
   */
  overdraft?: number;
  /** Refused where `to` would have more than this, reserved amounts left out. */
  ceiling?: number;
}

/**
 * A transfer happens at most once by its `id`. `post` moves the amount; `pend` reserves it on `from` until it is posted,
 * voided or (with `expires_at`) timed out. `post_pending` moves all that was reserved, or moves `amount` and releases the rest.
 */
export type Transfer =
  | ({ id: string; kind: 'post' } & Movement)
  | ({ id: string; kind: 'pend'; expires_at?: Instant } & Movement)
  | { id: string; kind: 'post_pending'; pending_id: string; amount?: number }
  | { id: string; kind: 'void_pending'; pending_id: string };

/** Why a transfer did not happen, and never will: its id is spent. */
export interface Refusal {
  transfer_id: string;
  reason:
    | 'below_floor' // `from` would fall below its floor
    | 'above_ceiling' // `to` would have more than the transfer's ceiling
    | 'id_used' // the id belongs to another transfer, with other figures
    | 'id_spent' // it was refused, or probed, before
    | 'no_such_pending'
    | 'pending_ended' // posted, voided or timed out before
    | 'exceeds_pending'
    | 'currency_differs'; // an account holds another currency
  /** What `from` had above its floor (0: nothing, or a debt), or what `to` could still take. */
  available?: number;
}

/** Throws on an invalid transfer: that is an error of the rule, not a refusal, and spends no id. */
export function assertTransfer(transfer: Transfer): void {
  const { id } = transfer;
  if ('amount' in transfer && transfer.amount !== undefined && !isAmount(transfer.amount))
    throw new Error(`Transfer ${id}: ${transfer.amount} is no amount`);
  if ('from' in transfer && transfer.from === transfer.to)
    throw new Error(`Transfer ${id}: from ${transfer.from} to itself`);
}

const isAmount = (amount: number) => Number.isSafeInteger(amount) && amount > 0;
