// The only file that knows how pledges' view of campaigns is kept.
import type { CampaignView } from '#contracts';
import type { Database } from '#lib/database';

const COLUMNS =
  'campaign_id, owner_id, currency, funding, status, cancelled_because, ends_at, payouts, version';

/** Applies what campaigns have told; a version seen once makes it harmless to hear it again, in whatever order. */
export const applyCampaigns = `
  insert into campaign_views as v (${COLUMNS})
  select distinct on (campaign_id) ${COLUMNS}
  from json_to_recordset($1) as d(payload json),
    json_to_record(payload) as c(campaign_id uuid, owner_id uuid, currency text, funding text, status text,
      cancelled_because text, ends_at timestamptz, payouts text, version int)
  order by campaign_id, version desc
  on conflict (campaign_id) do update
    set status = excluded.status, cancelled_because = excluded.cancelled_because, ends_at = excluded.ends_at,
      payouts = excluded.payouts, version = excluded.version
    where v.version < excluded.version`;

export async function findCampaign(db: Database, campaign_id: string): Promise<CampaignView | undefined> {
  const { rows } = await db.query<CampaignView>({
    name: 'campaign_views.get',
    text: `select ${COLUMNS} from campaign_views where campaign_id = $1`,
    values: [campaign_id],
  });
  return rows[0];
}
