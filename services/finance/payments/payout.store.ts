// The only file that knows how payouts are kept, and what the ledger tells of beneficiaries.
import type { Payout, Result } from '#contracts';
import { planned, type Database } from '#lib/database';
import { actor, table } from '#mixins/actors';
import { books } from './payment.store.ts';

export const payoutStore = table<Payout>({ name: 'payouts', changing: [] });

export const payoutActor = actor({
  name: 'payout',
  store: payoutStore,
  missing: 'PAYMENT_NOT_FOUND',
  ledger: books,
});

/** Payouts, newest first: those before `before`. */
export async function listPayouts(
  db: Database,
  { beneficiary, before, limit }: { beneficiary: string | null; before: string | null; limit: number },
): Promise<Payout[]> {
  const { rows } = await db.query<Payout>({
    name: planned('payouts.list'),
    text: `select * from payouts where ($1::text is null or beneficiary = $1) and ($2::uuid is null or id < $2)
      order by id desc limit $3`,
    values: [beneficiary, before, limit],
  });
  return rows;
}

type Balances = Result<'payments.read_balances'>['data'];

/** What the ledger holds for each of these beneficiaries, what was paid out to it, and what the platform has covered. */
export async function readBalances(db: Database, beneficiaries: string[]): Promise<Balances> {
  const { rows } = await db.query<Balances[number]>({
    name: planned('payouts.balances'),
    text: `select beneficiary, coalesce(balance, 0) balance, paid_out, covered
      from unnest($1::text[]) beneficiary
        left join ledger_accounts on id = beneficiary
        cross join lateral (
          select coalesce(sum(amount), 0)::bigint paid_out from payouts p where p.beneficiary = beneficiary.beneficiary) o
        cross join lateral (
          select coalesce(sum(amount), 0)::bigint covered from ledger_transfers
          where kind = 'posted' and credit = beneficiary and debit like 'shortfall:%') c`,
    values: [beneficiaries],
  });
  return rows;
}
