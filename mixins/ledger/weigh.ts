import type { Instant } from '#lib/world';
import { endOf, entryOf, KINDS, type BetweenTwo, type Ending, type Entry } from './entries.ts';
import type { Known, Missing } from './known.ts';
import type { TransferRow } from './rows.ts';
import type { Sums } from './sums.ts';
import type { Leg, Refusal, Transfer } from './transfer.ts';

/** What a transfer is weighed against: what was looked at, and what this batch has entered since. */
export interface Scales {
  known: Known;
  sums: Sums;
  ended: Set<string>;
  /** undefined: nobody looked. */
  rowOf(id: string): TransferRow | null | undefined;
  missing: Missing;
}

type Outcome = Entry | Refusal['reason'] | undefined;

/**
 * What a transfer enters; why it is refused; or nothing, because it has happened already. What nobody looked at is noted
 * as missing and taken for well.
 */
export function weigh(scales: Scales, transfer: Transfer, at: Instant): Outcome {
  const before = scales.rowOf(transfer.id);
  if (before === undefined) scales.missing.ids.add(transfer.id);
  if (before?.kind === 'refused' || before?.kind === 'asked') return 'id_spent';
  return 'pending_id' in transfer
    ? weighEnding(scales, transfer, before, at)
    : weighLeg(scales, transfer, before, at);
}

function weighLeg(
  { known, sums, missing }: Scales,
  transfer: BetweenTwo,
  before: TransferRow | null | undefined,
  at: Instant,
): Outcome {
  if (before) return isSameLeg(before, transfer) ? undefined : 'id_used';
  for (const account of [transfer.from, transfer.to]) {
    if (!known.accounts.has(account)) missing.accounts.add(account);
  }
  const entry = entryOf(transfer, at);
  if (!sums.agrees(entry.row)) return 'currency_differs';
  const isSeen = known.accounts.has(transfer.from);
  return isSeen && sums.availableOn(transfer.from) < transfer.amount ? 'below_floor' : entry;
}

function weighEnding(
  { rowOf, ended, missing }: Scales,
  transfer: Ending,
  before: TransferRow | null | undefined,
  at: Instant,
): Outcome {
  const pending = rowOf(transfer.pending_id);
  if (pending === undefined) {
    missing.pendings.add(transfer.pending_id);
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

/** When it expires is no figure: a rule that is asked again may reckon from a later moment. */
const isSameLeg = (row: TransferRow, { kind, from, to, amount, currency }: BetweenTwo & Leg) =>
  row.kind === KINDS[kind] &&
  row.debit === from &&
  row.credit === to &&
  row.amount === amount &&
  row.currency === currency;
