// The only file that knows how it is kept what each pledge has brought.
import { planned, type Database } from '#lib/database';

/** What receipts must confirm of a pledge. */
export interface ReceiptedPledge {
  pledge_id: string;
  campaign_id: string;
  donor_id: string;
  donor_address: string | null;
  currency: string;
  /** Captured - refunded - charged back; 0 where money is gone twice. */
  kept_amount: number;
  received_at: string | null;
  version: number;
}

/** Applies messages of pledges, in any order and however often: the figures of the highest version count. */
export const applyFigures = `
  with incoming as (
    select p.pledge_id, p.campaign_id, p.donor_id, p.currency, f.version, published_at, f.captured_amount,
      greatest(0, f.captured_amount - f.refunded_amount - f.charged_back_amount) kept_amount
    from json_to_recordset($1) as d(payload json, published_at timestamptz),
      json_to_record(d.payload) as p(pledge_id uuid, campaign_id uuid, donor_id uuid, currency text, figures json),
      json_to_record(p.figures) as
        f(captured_amount bigint, refunded_amount bigint, charged_back_amount bigint, version int)
  ), newest as (
    select distinct on (pledge_id) pledge_id, campaign_id, donor_id, currency, kept_amount, version,
      min(published_at) filter (where captured_amount > 0) over (partition by pledge_id) received_at
    from incoming order by pledge_id, version desc
  )
  insert into receipted_pledges as t (pledge_id, campaign_id, donor_id, currency, kept_amount, version, received_at)
  select pledge_id, campaign_id, donor_id, currency, kept_amount, version, received_at
  from newest order by pledge_id
  on conflict (pledge_id) do update
    set donor_id = case when t.version < excluded.version then excluded.donor_id else t.donor_id end,
      kept_amount = case when t.version < excluded.version then excluded.kept_amount else t.kept_amount end,
      version = greatest(t.version, excluded.version), received_at = least(t.received_at, excluded.received_at)
    where t.version < excluded.version or excluded.received_at < t.received_at`;

/** Keeps where a pledge's donor is reached, beside its receipts, in the caller's transaction. */
export async function keepAddress(tx: Database, pledge_id: string, address: string | null): Promise<void> {
  await tx.query({
    name: planned('receipted_pledges.address'),
    text: 'update receipted_pledges set donor_address = $2 where pledge_id = $1',
    values: [pledge_id, address],
  });
}

/** Applies `pledge.erased`: receipts stay, as accounts must; where their donor is reached is forgotten. */
export const forgetAddresses = `
  update receipted_pledges p set donor_address = null
  from json_to_recordset($1) as d(payload json) where p.pledge_id::text = d.payload ->> 'pledge_id'`;

/** In a transaction with `lock`: nobody else issues for it, or changes it, until that ends. */
export async function findReceiptedPledge(
  db: Database,
  pledge_id: string,
  lock: '' | 'for update' = '',
): Promise<ReceiptedPledge | undefined> {
  const { rows } = await db.query<ReceiptedPledge>({
    name: planned(`receipted_pledges.get ${lock}`),
    text: `select * from receipted_pledges where pledge_id = $1 ${lock}`,
    values: [pledge_id],
  });
  return rows[0];
}
