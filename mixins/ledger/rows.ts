// The ledger's part of the statement that saves a batch.
import { into, type Part } from '../actors/part.ts';
import type { Scheduled } from '../actors/decision.ts';
import type { Instant } from '#lib/world';
import type { Refusal } from './transfer.ts';

/** A transfer as it is stored. A refused one stores what was asked for. */
export interface TransferRow {
  id: string;
  kind: 'posted' | 'pending' | 'post_pending' | 'void_pending' | 'timed_out' | 'refused' | 'probed';
  debit?: string;
  credit?: string;
  amount?: number | undefined;
  currency?: string;
  pending_id?: string;
  expires_at?: Instant | null | undefined;
  reason?: Refusal['reason'];
  at: Instant;
}

/** The changes of a batch to one account. */
export interface AccountChange {
  id: string;
  currency: string;
  debited: number;
  credited: number;
  reserved: number;
  /** For an account that may not exist yet; MUST_EXIST for one that has to. */
  floor: number | null;
  /** How far it is below its floor afterwards. */
  overdrawn: number;
}

export interface LedgerChanges {
  transfers: TransferRow[];
  /** Accounts that were not fetched: the statement checks their funds. */
  optimistic: AccountChange[];
  /** Accounts that were fetched and are locked. */
  locked: AccountChange[];
  timers: Scheduled[];
}

/**
 * The floor proposed for an account that must exist: lower than any real floor. Postgres checks the row to be inserted even
 * where it then updates another, so a debit must propose a floor that it passes by itself.
 */
export const MUST_EXIST = Number.MIN_SAFE_INTEGER;

const TRANSFER =
  'id text, kind text, debit text, credit text, amount bigint, currency text, pending_id text, expires_at timestamptz, reason text, at timestamptz';
const ACCOUNT =
  'id text, currency text, debited bigint, credited bigint, reserved bigint, floor bigint, overdrawn bigint';

/**
 * Rows are inserted in the order of their ids, so that two batches never deadlock. The ids come before the accounts: a
 * batch that waits for an account holds nothing that the account's holder may still need, and holds accounts for less time.
 */
export const ledgerParts: Record<'transfers' | 'optimistic' | 'locked', Part> = {
  transfers: {
    writes: (n) => `${into('ledger_transfers', TRANSFER)(n)} returning 1`,
    answers: () => '(select count(*) from transfers)',
  },
  // Only the balance from before the batch counts, not its own credits: then its order doesn't matter. So an account in
  // debt never passes.
  optimistic: accountsPart(
    'optimistic',
    'and (a.floor is null or a.balance - a.reserved - excluded.debited - excluded.reserved >= a.floor)',
  ),
  locked: accountsPart('locked', ''),
};

function accountsPart(name: string, condition: string): Part {
  return {
    writes: (n) => `
      insert into ledger_accounts as a (id, currency, debited, credited, reserved, floor, overdrawn)
      select * from json_to_recordset($${n}) as s(${ACCOUNT})
      on conflict (id) do update set debited = a.debited + excluded.debited,
        credited = a.credited + excluded.credited, reserved = a.reserved + excluded.reserved,
        overdrawn = excluded.overdrawn
        where a.currency = excluded.currency ${condition}
      returning a.floor`,
    answers: (n) => `(select case when count(*) < json_array_length($${n}) or min(floor) = ${MUST_EXIST}
      then refuse_stale() end from ${name})`,
  };
}
