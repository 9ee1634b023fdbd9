// What the ledger adds to the statement that saves a batch.
import { into, type Part } from '../actors/part.ts';
import type { Scheduled } from '../actors/decision.ts';
import type { Instant } from '#lib/world';
import type { Refusal } from './transfer.ts';

/** A transfer as it is kept. A refused one keeps what was wanted. */
export interface TransferRow {
  id: string;
  kind: 'posted' | 'pending' | 'post_pending' | 'void_pending' | 'timed_out' | 'refused' | 'asked';
  debit?: string;
  credit?: string;
  amount?: number | undefined;
  currency?: string;
  pending_id?: string;
  expires_at?: Instant | null | undefined;
  reason?: Refusal['reason'];
  at: Instant;
}

/** What a batch adds to one account, however many transfers touch it. */
export interface AccountChange {
  id: string;
  currency: string;
  debited: number;
  credited: number;
  reserved: number;
  /** For an account that is not there yet; MUST_EXIST where it has to be. */
  floor: number | null;
}

export interface LedgerChanges {
  transfers: TransferRow[];
  /** Of accounts that nobody looked at: the statement checks that they can bear it. */
  supposed: AccountChange[];
  /** Of accounts that are locked and were looked at. */
  settled: AccountChange[];
  timers: Scheduled[];
}

/**
 * The floor proposed for an account that must be there already: below any that can be. Postgres checks the row to be
 * inserted even where it then updates another, so what takes must propose a floor that it passes by itself.
 */
export const MUST_EXIST = Number.MIN_SAFE_INTEGER;

const TRANSFER =
  'id text, kind text, debit text, credit text, amount bigint, currency text, pending_id text, expires_at timestamptz, reason text, at timestamptz';
const ACCOUNT = 'id text, currency text, debited bigint, credited bigint, reserved bigint, floor bigint';

/**
 * Rows are inserted in the order they are given (by id), so that no two batches wait for each other. The ids come before
 * the accounts: who waits for an account holds nothing that its holder may still want, and the account for a shorter time.
 */
export const ledgerParts: Record<'transfers' | 'supposed' | 'settled', Part> = {
  transfers: {
    writes: (n) => `${into('ledger_transfers', TRANSFER)(n)} returning 1`,
    answers: () => '(select count(*) from transfers)',
  },
  // Only what stood there before counts, not what the batch itself brings: then its order doesn't matter.
  supposed: accountsPart(
    'supposed',
    'and (a.floor is null or a.balance - a.reserved - excluded.debited - excluded.reserved >= a.floor)',
  ),
  settled: accountsPart('settled', ''),
};

function accountsPart(name: string, condition: string): Part {
  return {
    writes: (n) => `
      insert into ledger_accounts as a (id, currency, debited, credited, reserved, floor)
      select * from json_to_recordset($${n}) as s(${ACCOUNT})
      on conflict (id) do update set debited = a.debited + excluded.debited,
        credited = a.credited + excluded.credited, reserved = a.reserved + excluded.reserved
        where a.currency = excluded.currency ${condition}
      returning a.floor`,
    answers: (n) => `(select case when count(*) < json_array_length($${n}) or min(floor) = ${MUST_EXIST}
      then refuse_stale() end from ${name})`,
  };
}
