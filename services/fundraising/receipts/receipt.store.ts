// The only file that knows how receipts are stored.
import { planned, type Database } from '#lib/database';
import type { KeptReceipt, SeenReceipt } from './receipt.rules.ts';

const KEPT = `r.id, r.number, r.kind, r.cancels, r.issued_at, r.organisation_id, r.organisation_name, r.campaign_id,
  r.campaign_title, r.pledge_id, r.donor_name, r.anonymous, r.amount, r.currency, r.received_at`;
// Whose it is, and where they are reached, may change: the pledge says it.
const SEEN = `select ${KEPT}, p.donor_id, p.donor_address, o.number cancels_number, c.id cancelled_by, c.number cancelled_by_number
  from receipts r join receipted_pledges p using (pledge_id) left join receipts o on o.id = r.cancels left join receipts c on c.cancels = r.id`;

/** A receipt before it has a number. */
export type NewReceipt = Omit<KeptReceipt, 'number' | 'issued_at'>;

/**
 * Gives a receipt the next number of its organisation's book of the year, in the caller's transaction. The book stays locked
 * until that ends: whoever comes next waits, and takes the number again if it is rolled back. A clock that is behind
 * another node's is not believed, so that times follow the numbers.
 */
export async function issueReceipt(tx: Database, receipt: NewReceipt, now: string): Promise<KeptReceipt> {
  const { rows } = await tx.query<KeptReceipt>({
    name: planned('receipts.issue'),
    text: `with book as (
        insert into receipt_books as b (organisation_id, year, last_number, last_issued_at)
        select organisation_id, extract(year from $2::timestamptz at time zone 'UTC'), 1, $2
        from json_to_record($1) as n(organisation_id uuid)
        on conflict (organisation_id, year) do update
          set last_number = b.last_number + 1, last_issued_at = greatest(b.last_issued_at, excluded.last_issued_at)
        returning year, last_number, last_issued_at)
      insert into receipts as r (id, organisation_id, year, sequence, kind, cancels, issued_at, organisation_name,
        campaign_id, campaign_title, pledge_id, donor_name, anonymous, amount, currency, received_at)
      select id, organisation_id, book.year, last_number, kind, cancels, last_issued_at, organisation_name, campaign_id,
        campaign_title, pledge_id, donor_name, anonymous, amount, currency, received_at
      from book, json_to_record($1) as n(id uuid, organisation_id uuid, kind text, cancels uuid, organisation_name text,
        campaign_id uuid, campaign_title text, pledge_id uuid, donor_name text, anonymous bool, amount bigint, currency text, received_at timestamptz)
      returning ${KEPT}`,
    values: [JSON.stringify(receipt), now],
  });
  const { donor_id, donor_address } = receipt;
  return { ...rows[0]!, donor_id, donor_address };
}

/** A pledge's newest receipt that is no cancellation, and whether it still counts. */
export async function findLatest(db: Database, pledge_id: string): Promise<SeenReceipt | undefined> {
  const { rows } = await db.query<SeenReceipt>({
    name: planned('receipts.latest'),
    text: `${SEEN} where r.pledge_id = $1 and r.kind = 'RECEIPT' order by r.year desc, r.sequence desc limit 1`,
    values: [pledge_id],
  });
  return rows[0];
}

export async function findReceipt(db: Database, id: string): Promise<SeenReceipt | undefined> {
  const { rows } = await db.query<SeenReceipt>({
    name: planned('receipts.get'),
    text: `${SEEN} where r.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Whose receipts: everyone's where all are null. */
interface Wanted {
  donor_id: string | null;
  organisation_id: string | null;
  pledge_id: string | null;
  before: string | null;
  limit: number;
}

/** Receipts, newest first: those before `before`. Only the given conditions, so that Postgres plans it for those. */
export async function listReceipts(
  db: Database,
  { before, limit, ...owners }: Wanted,
): Promise<SeenReceipt[]> {
  const values: unknown[] = [limit];
  const holds = (condition: string, value: unknown) =>
    value === null ? [] : [`${condition} $${values.push(value)}`];
  const conditions = [
    ...Object.entries(owners).flatMap(([column, id]) =>
      holds(`${column === 'donor_id' ? 'p' : 'r'}.${column} =`, id),
    ),
    ...holds('r.id <', before),
  ];
  const { rows } = await db.query<SeenReceipt>(
    `${SEEN} where ${['true', ...conditions].join(' and ')} order by r.id desc limit $1`,
    values,
  );
  return rows;
}

/** A donor's receipts of a year, by organisation, in the order of their numbers. */
export async function findOfYear(
  db: Database,
  { donor_id, year, limit }: { donor_id: string; year: number; limit: number },
): Promise<SeenReceipt[]> {
  const { rows } = await db.query<SeenReceipt>({
    name: planned('receipts.of_year'),
    text: `${SEEN} where p.donor_id = $1 and r.year = $2
      order by r.organisation_id, r.currency, r.sequence limit $3`,
    values: [donor_id, year, limit],
  });
  return rows;
}
