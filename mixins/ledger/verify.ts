import type { Database } from '#lib/database';

/** A violation. `expected` follows from the transfers, `found` is in the account's row. */
export interface LedgerViolation {
  what: 'sum_not_zero' | 'balance_differs' | 'reserved_differs' | 'below_floor' | 'overdrawn_differs';
  /** An account; of `sum_not_zero`, the currency. */
  of: string;
  expected: number;
  found: number;
}

/**
 * The violations in the ledger, or in one `part` (from 0) `of` as many of its accounts. One statement, so that it may run
 * while transfers happen.
 */
export async function verifyLedger(
  db: Database,
  { part, of }: { part: number; of: number } = { part: 0, of: 1 },
): Promise<LedgerViolation[]> {
  const isIn = (account: string) => `(hashtext(${account}) & 2147483647) % ${of} = ${part}`;
  const { rows } = await db.query<LedgerViolation>(`
    with moved as not materialized (select * from ledger_transfers where kind in ('posted', 'post_pending')),
    turnover as (
      select account, sum(debited) debited, sum(credited) credited, sum(reserved) reserved from (
        select debit account, amount debited, 0 credited, 0 reserved from moved where ${isIn('debit')}
        union all select credit, 0, amount, 0 from moved where ${isIn('credit')}
        union all select p.debit, 0, 0, p.amount from ledger_transfers p
        where p.kind = 'pending' and ${isIn('p.debit')} and not exists (
          select from ledger_transfers e
          where e.pending_id = p.id and e.kind in ('post_pending', 'void_pending', 'timed_out'))) each
      group by account),
    compared as (
      select coalesce(a.id, t.account) "of", coalesce(t.debited, 0) debited, coalesce(t.credited, 0) credited,
        coalesce(t.reserved, 0) should_reserve, coalesce(a.debited, 0) has_debited, coalesce(a.credited, 0) has_credited,
        coalesce(a.reserved, 0) reserved, coalesce(a.balance, 0) balance, floor, overdrawn
      from (select * from ledger_accounts where ${isIn('id')}) a full join turnover t on t.account = a.id)
    select 'sum_not_zero' what, currency "of", 0::bigint expected, sum(balance)::bigint found
      from ledger_accounts where ${part} = 0 group by currency having sum(balance) <> 0
    union all select 'balance_differs', "of", (credited - debited)::bigint, balance
      from compared where (debited, credited) <> (has_debited, has_credited)
    union all select 'reserved_differs', "of", should_reserve::bigint, reserved from compared where should_reserve <> reserved
    union all select 'below_floor', "of", floor, balance - reserved from compared where balance - reserved + overdrawn < floor
    union all select 'overdrawn_differs', "of", greatest(0, floor - balance + reserved)::bigint, overdrawn
      from compared where overdrawn > greatest(0, floor - balance + reserved)
    order by 1, 2`);
  return rows;
}
