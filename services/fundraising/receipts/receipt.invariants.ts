// What must always hold of receipts, and what pledges hold theirs against.
import { planned, type Database } from '#lib/database';
import { ofRows } from '#mixins/invariants';

/** With the database's own promise that no number is given twice, these are 1, 2, 3 and so on. */
const numbered = `
  select id key, format('%s follows no other', number) found from page
  where sequence > 1 and not exists (select from receipts r
    where (r.organisation_id, r.year, r.sequence) = (page.organisation_id, page.year, page.sequence - 1))
  union all
  select page.id, format('%s is beyond its book, which ends at %s', number, coalesce(last_number, 0))
  from page left join receipt_books b on (b.organisation_id, b.year) = (page.organisation_id, page.year)
  where coalesce(last_number, 0) < sequence`;

const ended = `
  select id key, format('it ends at %s, which nobody was given', last_number) found from page
  where not exists (select from receipts r
    where (r.organisation_id, r.year, r.sequence) = (page.organisation_id, page.year, page.last_number))`;

const cancelled = `
  select page.id key, format('%s takes back %s', page.number, coalesce(r.number, 'nothing')) found
  from page left join receipts r on r.id = page.cancels and r.kind = 'RECEIPT'
  where page.kind = 'CANCELLATION' and (r.pledge_id, r.organisation_id, r.amount, r.currency)
    is distinct from (page.pledge_id, page.organisation_id, page.amount, page.currency)
  union all
  select page.id, format('%s is cancelled %s times', page.number, count(*))
  from page join receipts r on r.cancels = page.id group by page.id, page.number having count(*) > 1`;

export const receiptInvariants = {
  'receipt numbers have no gap': ofRows('receipts', numbered),
  'a book ends with its last receipt': ofRows('receipt_books', ended),
  'a receipt is cancelled at most once, and whole': ofRows('receipts', cancelled),
};

/** By pledge, what its receipts that count confirm; without those for which one is still to be issued. */
export async function readConfirmed(db: Database, pledge_ids: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ pledge_id: string; confirmed_amount: number }>({
    name: planned('receipts.confirmed'),
    text: `select p.pledge_id, coalesce(sum(r.amount) filter (where c.id is null), 0)::bigint confirmed_amount
      from unnest($1::uuid[]) p(pledge_id)
      left join receipts r on r.pledge_id = p.pledge_id and r.kind = 'RECEIPT'
      left join receipts c on c.cancels = r.id
      where not exists (select from timers where name = 'receipts.issue' and key = p.pledge_id::text)
      group by p.pledge_id`,
    values: [pledge_ids],
  });
  return new Map(rows.map(({ pledge_id, confirmed_amount }) => [pledge_id, confirmed_amount]));
}
