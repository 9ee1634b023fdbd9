// What totals should be, by the figures of their pledges: beside total.store.ts the only file that knows how they are kept.
import type { Result, Totals } from '#contracts';
import type { Sums } from '#contracts/fundraising/totals';
import { planned, transaction, type Database, type Pool } from '#lib/database';
import { applyPledges, forgetPledges, TOTALS } from './total.store.ts';

type Page = Result<'pledges.read_figures'>;

/** Makes the figures after `after` and up to `upTo` (null: from the first, to the last) those of `page`. Gives the Totals that changed. */
export async function replacePledges(
  db: Database,
  page: Page,
  after: string | null,
  upTo: string | null,
): Promise<Totals[]> {
  const known = JSON.stringify(
    page.data.map((payload) => ({ name: 'pledges.read_figures', payload, published_at: page.read_at })),
  );
  const values = [known, after, upTo, page.read_at];
  // First what is wrong altogether: a pledge that was kept for another campaign is then new.
  const forgotten = await db.query<Totals>({ name: planned('totals.forget'), text: forgetPledges, values });
  const applied = await db.query<Totals>({
    name: planned('totals.rebuild'),
    text: applyPledges,
    values: [known],
  });
  return [...forgotten.rows, ...applied.rows];
}

const SUMS = `
  count(f.pledge_id) pledges,
  coalesce(sum(f.captured_amount - f.refunded_amount - f.charged_back_amount), 0)::bigint total,
  coalesce(sum(f.refunded_amount), 0)::bigint refunded,
  count(distinct f.donor_id) filter (where f.captured_amount > 0) donors`;

/**
 * Sums these campaigns up anew. Nobody adds to a campaign meanwhile: who has counted a pledge but not yet its campaign
 * is waited for, and who comes later waits. Gives the Totals that changed.
 */
export const sumUp = (pool: Pool, campaign_ids: string[]): Promise<Totals[]> =>
  transaction(pool, async (tx) => {
    // Of the table: rows locked one by one could be waited for crosswise. Reading goes on.
    await tx.query('lock table campaign_totals in share row exclusive mode');
    await tx.query(
      `with givers as (
         select campaign_id, donor_id, count(*) pledges from pledge_figures
         where campaign_id = any($1::uuid[]) and captured_amount > 0 group by campaign_id, donor_id
       ), gone as (
         delete from campaign_donors d where campaign_id = any($1)
           and not exists (select from givers g where (g.campaign_id, g.donor_id) = (d.campaign_id, d.donor_id))
       )
       insert into campaign_donors as t (campaign_id, donor_id, pledges) select * from givers
       on conflict (campaign_id, donor_id) do update set pledges = excluded.pledges where t.pledges <> excluded.pledges`,
      [campaign_ids],
    );
    const { rows } = await tx.query<Totals>(
      `with summed as (
         select t.campaign_id, ${SUMS} from campaign_totals t left join pledge_figures f using (campaign_id)
         where t.campaign_id = any($1::uuid[]) group by t.campaign_id
       )
       update campaign_totals t set total = s.total, donors = s.donors, pledges = s.pledges, refunded = s.refunded,
         version = t.version + 1
       from summed s where t.campaign_id = s.campaign_id
         and (t.total, t.donors, t.pledges, t.refunded) <> (s.total, s.donors, s.pledges, s.refunded)
       returning t.*, ${TOTALS}`,
      [campaign_ids],
    );
    return rows;
  });

/** The next campaigns in the order of their ids. */
export async function nextCampaigns(db: Database, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ campaign_id: string }>({
    name: planned('totals.next'),
    text: `select campaign_id from campaign_totals where $1::uuid is null or campaign_id > $1
      order by campaign_id limit $2`,
    values: [after, limit],
  });
  return rows.map(({ campaign_id }) => campaign_id);
}

/** What is shown of these campaigns, and the sums of what is known of their pledges, at one moment. */
export async function findSums(
  db: Database,
  campaign_ids: string[],
): Promise<Map<string, { totals: Sums; figures: Sums }>> {
  const { rows } = await db.query<{ campaign_id: string; totals: Sums; figures: Sums }>({
    name: planned('totals.sums'),
    text: `select t.campaign_id, to_json(s) figures,
        json_build_object('total', t.total, 'refunded', t.refunded, 'pledges', t.pledges, 'donors', t.donors) totals
      from campaign_totals t, lateral (select ${SUMS} from pledge_figures f where f.campaign_id = t.campaign_id) s
      where t.campaign_id = any($1::uuid[])`,
    values: [campaign_ids],
  });
  return new Map(rows.map(({ campaign_id, ...sums }) => [campaign_id, sums]));
}
