import { planned, type Database } from '#lib/database';
import type { Service } from '#lib/service';

/** An account's figures, in minor units of its currency. */
export interface Balance {
  currency: string;
  balance: number;
  /** The part of the balance that pending transfers reserve. */
  reserved: number;
}

/** The balances of these accounts; an account without transfers is not among them. */
export async function balances(db: Database, accounts: string[]): Promise<Map<string, Balance>> {
  const { rows } = await db.query<Balance & { id: string }>({
    name: planned('ledger.balances'),
    text: 'select id, currency, balance, reserved from ledger_accounts where id = any($1)',
    values: [accounts],
  });
  return new Map(rows.map(({ id, ...balance }) => [id, balance]));
}

/**
 * Whether the transfer with this id happened, for good: if not, its id is spent, and it can't happen later. Waits for a
 * transfer whose transaction is under way.
 */
export async function probeTransfer({ db }: Pick<Service, 'db'>, id: string): Promise<boolean> {
  await db.query(
    `insert into ledger_transfers (id, kind, at) values ($1, 'probed', now()) on conflict (id) do nothing`,
    [id],
  );
  // A statement of its own: it must see what the transaction that the insert waited for has committed.
  const { rows } = await db.query<{ happened: boolean }>(
    `select kind not in ('refused', 'probed') happened from ledger_transfers where id = $1`,
    [id],
  );
  return rows[0]!.happened;
}
