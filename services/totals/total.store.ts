// The only file that knows how totals are kept.
import type { Totals } from '#contracts';
import { planned, type Database } from '#lib/database';

/**
 * Applies what was told of pledges and campaigns, each message once: the inbox decides. Sums don't ask for an order;
 * campaigns are locked in that of their ids, so that no two batches can wait for each other.
 */
export const applyMessages = `
  with delivered as (
    select distinct on (d.id) d.id, d.name, d.at, p.*
    from json_to_recordset($1) as d(id uuid, name text, payload json, at timestamptz),
      json_to_record(d.payload) as p(campaign_id uuid, donor_id uuid, amount bigint, currency text)
    order by d.id
  ), fresh as (
    insert into inbox (command_id, command) select id, name from delivered on conflict do nothing returning command_id
  ), new as (
    select delivered.* from delivered join fresh on command_id = id
  ), new_donors as (
    insert into campaign_donors (campaign_id, donor_id)
    select distinct campaign_id, donor_id from new where name = 'pledge.captured' order by campaign_id, donor_id
    on conflict do nothing returning campaign_id
  ), changes as (
    select campaign_id, min(currency) currency, max(at) as_of,
      count(*) filter (where name = 'pledge.created') pledges,
      coalesce(sum(amount) filter (where name in ('pledge.captured', 'pledge.chargeback_reversed')), 0)
        - coalesce(sum(amount) filter (where name in ('pledge.refunded', 'pledge.charged_back')), 0) total,
      coalesce(sum(amount) filter (where name = 'pledge.refunded'), 0) refunded,
      (select count(*) from new_donors d where d.campaign_id = new.campaign_id) donors
    from new group by campaign_id
  )
  insert into campaign_totals as t (campaign_id, currency, total, donors, pledges, refunded, as_of)
  select campaign_id, currency, total, donors, pledges, refunded, as_of from changes order by campaign_id
  on conflict (campaign_id) do update set total = t.total + excluded.total, donors = t.donors + excluded.donors,
    pledges = t.pledges + excluded.pledges, refunded = t.refunded + excluded.refunded,
    as_of = greatest(t.as_of, excluded.as_of)`;

/** The totals of these campaigns, by campaign. */
export async function findTotals(db: Database, campaign_ids: string[]): Promise<Map<string, Totals>> {
  const { rows } = await db.query<Totals>({
    name: planned('totals.get'),
    text: `select campaign_id, currency, total, donors, pledges, refunded, as_of, 'projection' source, false stale
      from campaign_totals where campaign_id = any($1::uuid[])`,
    values: [campaign_ids],
  });
  return new Map(rows.map((totals) => [totals.campaign_id, totals]));
}
