// The only file that knows how totals are stored.
import type { Totals } from '#contracts';
import { planned, type Database } from '#lib/database';

const incoming = `
  incoming as (
    select d.name, d.published_at at, p.*
    from json_to_recordset($1) as d(name text, payload json, published_at timestamptz),
      json_to_record(d.payload) as p(pledge_id uuid, campaign_id uuid, donor_id uuid, currency text, figures json)
  )`;

/** Replaces older figures of each pledge by newer ones. The old row is read under its lock, which two rivals get in turn. */
const replace = (where: string) => `
  newest as (
    select distinct on (pledge_id) pledge_id, campaign_id, donor_id, currency, at, f.*
    from incoming, json_to_record(incoming.figures) as
      f(captured_amount bigint, refunded_amount bigint, charged_back_amount bigint, version int)
    where pledge_id is not null order by pledge_id, f.version desc
  ), moved as (
    insert into pledge_figures as t (pledge_id, campaign_id, donor_id, currency, captured_amount, refunded_amount,
      charged_back_amount, version, at, pledges_moved, donor_left, gave_before, total_moved, refunded_moved)
    select pledge_id, campaign_id, donor_id, currency, captured_amount, refunded_amount, charged_back_amount, version,
      at, 1, donor_id, 0, captured_amount - refunded_amount - charged_back_amount, refunded_amount
    from newest order by pledge_id
    on conflict (pledge_id) do update set donor_id = excluded.donor_id, captured_amount = excluded.captured_amount,
      refunded_amount = excluded.refunded_amount, charged_back_amount = excluded.charged_back_amount,
      version = excluded.version, at = excluded.at, pledges_moved = 0,
      donor_left = t.donor_id, gave_before = (t.captured_amount > 0)::int,
      total_moved = excluded.total_moved - (t.captured_amount - t.refunded_amount - t.charged_back_amount),
      refunded_moved = excluded.refunded_moved - t.refunded_amount
    where ${where}
    returning campaign_id, donor_id, currency, at, pledges_moved, (captured_amount > 0)::int gives, donor_left, gave_before,
      total_moved, refunded_moved
  )`;

/**
 * Adds the differences to campaigns. All transactions lock pledges, then donors, then campaigns, each in the order of their
 * ids: so no two batches deadlock.
 */
const add = `
  givers as (
    select campaign_id, donor_id, sum(gives) moved from (
      select campaign_id, donor_id, gives from moved
      union all select campaign_id, donor_left, -gave_before from moved) each_donor
    group by campaign_id, donor_id having sum(gives) <> 0
  ), donors as (
    insert into campaign_donors as t (campaign_id, donor_id, pledges)
    select campaign_id, donor_id, moved from givers order by campaign_id, donor_id
    on conflict (campaign_id, donor_id) do update set pledges = t.pledges + excluded.pledges
    returning campaign_id, donor_id, pledges
  ), donors_moved as (
    select campaign_id, sum((pledges > 0)::int - (pledges - moved > 0)::int) donors
    from donors join givers using (campaign_id, donor_id) group by campaign_id
  ), changes as (
    select campaign_id, min(currency) currency, max(at) as_of, sum(pledges_moved) pledges, sum(total_moved) total,
      sum(refunded_moved) refunded, coalesce(min(donors), 0) donors
    from moved left join donors_moved using (campaign_id) group by campaign_id
  )`;

const COLUMNS = 'campaign_id, currency, total, donors, pledges, refunded, as_of, version';
/** Further fields of Totals that are read from here. */
export const TOTALS = `'projection' source, false stale`;

/** Saves the sums, and returns those that changed. */
const save = (changes: string) => `
  insert into campaign_totals as t (${COLUMNS})
  select campaign_id, currency, total, donors, pledges, refunded, as_of, 1 from (${changes}) c order by campaign_id
  on conflict (campaign_id) do update set total = t.total + excluded.total, donors = t.donors + excluded.donors,
    pledges = t.pledges + excluded.pledges, refunded = t.refunded + excluded.refunded,
    as_of = greatest(t.as_of, excluded.as_of), version = t.version + 1
  where (excluded.total, excluded.donors, excluded.pledges, excluded.refunded) <> (0, 0, 0, 0)
  returning ${COLUMNS}, ${TOTALS}`;

/** A campaign without pledges has totals of 0. */
const others = `
  select distinct on (campaign_id) campaign_id, currency, at as_of, 0 pledges, 0 total, 0 refunded, 0 donors
  from incoming where campaign_id not in (select campaign_id from changes) order by campaign_id`;

const applying = (where: string) => `
  with ${incoming}, ${replace(where)}, ${add}
  ${save(`select * from changes union all (${others})`)}`;

/**
 * Applies messages of pledges and campaigns, in any order and however often: of a pledge the figures of its highest version
 * count. Returns the Totals that changed.
 */
export const applyMessages = applying('t.version < excluded.version');

/**
 * The same with the pledges service's figures of the moment `at`. Rows that differ from them are wrong: those of the same
 * version, and those of a later one that are older than any message under way, since that service would know it.
 */
export const applyPledges = applying(`t.version < excluded.version
  or t.version = excluded.version
    and (t.donor_id, t.captured_amount, t.refunded_amount, t.charged_back_amount)
      <> (excluded.donor_id, excluded.captured_amount, excluded.refunded_amount, excluded.charged_back_amount)
  or t.version > excluded.version and t.at < excluded.at - interval '1 minute'`);

/** Deletes pledges from $2 (not included) to $3 that were older than a minute at $4 and are not in $1 as they are. */
export const forgetPledges = `
  with ${incoming}, doomed as (
    select pledge_id from pledge_figures t
    where ($2::uuid is null or pledge_id > $2) and ($3::uuid is null or pledge_id <= $3)
      and at < $4::timestamptz - interval '1 minute'
      and not exists (select from incoming k where (k.pledge_id, k.campaign_id, k.donor_id, k.currency)
        = (t.pledge_id, t.campaign_id, t.donor_id, t.currency))
    order by pledge_id for update
  ), moved as (
    delete from pledge_figures t using doomed where t.pledge_id = doomed.pledge_id
    returning campaign_id, donor_id, currency, $4::timestamptz at, -1 pledges_moved,
      0 gives, donor_id donor_left, (captured_amount > 0)::int gave_before, -refunded_amount refunded_moved,
      refunded_amount + charged_back_amount - captured_amount total_moved
  ), ${add} ${save('select * from changes')}`;

/** The totals of these campaigns, by campaign. */
export async function findTotals(db: Database, campaign_ids: string[]): Promise<Map<string, Totals>> {
  const { rows } = await db.query<Totals>({
    name: planned('totals.get'),
    text: `select ${COLUMNS}, ${TOTALS}
      from campaign_totals where campaign_id = any($1::uuid[])`,
    values: [campaign_ids],
  });
  return new Map(rows.map((totals) => [totals.campaign_id, totals]));
}
