// What exports read of payouts and the ledger, a page at a time. Each statement walks an index, so that a page costs the same
// wherever it lies.
import type { LedgerEntry, Payout } from '#contracts';
import { planned, type Database } from '#lib/database';
import { EXPORT_ROWS } from '#lib/pagination';

// One more than a page shows.
const LIMIT = EXPORT_ROWS + 1;
/** Before it comes every id. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Payouts to everyone, newest first. */
export async function readAllPayouts(db: Database, before = LAST): Promise<Payout[]> {
  const { rows } = await db.query<Payout>({
    name: planned('payouts.export'),
    text: `select * from payouts where id < $1 order by id desc limit ${LIMIT}`,
    values: [before],
  });
  return rows;
}

/** Payouts to a beneficiary, newest first. */
export async function readPayoutsTo(db: Database, beneficiary: string, before = LAST): Promise<Payout[]> {
  const { rows } = await db.query<Payout>({
    name: planned('payouts.export_beneficiary'),
    text: `select * from payouts where beneficiary = $1 and id < $2 order by id desc limit ${LIMIT}`,
    values: [beneficiary, before],
  });
  return rows;
}

interface Period {
  from?: string | undefined;
  to?: string | undefined;
  /** The last entry of the page before. */
  cursor?: string | undefined;
}

/** Entries that moved money, oldest first; those of one time in the order of their ids. */
export async function readLedger(db: Database, { from, to, cursor }: Period): Promise<LedgerEntry[]> {
  const after = `(at, id) > ((select at from ledger_transfers where id = $3), $3)`;
  const { rows } = await db.query<LedgerEntry>({
    name: planned(cursor === undefined ? 'ledger.export' : 'ledger.export_after'),
    text: `select id, kind, debit, credit, amount, currency, at from ledger_transfers
      where kind in ('posted', 'post_pending') and at >= coalesce($1, '-infinity'::timestamptz)
        and at < coalesce($2, 'infinity'::timestamptz) ${cursor === undefined ? '' : `and ${after}`}
      order by at, id limit ${LIMIT}`,
    values: [from ?? null, to ?? null, ...(cursor === undefined ? [] : [cursor])],
  });
  return rows;
}
