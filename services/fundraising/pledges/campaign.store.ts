// The only file that knows how pledges' view of campaigns is kept.
import type { CampaignView } from '#contracts';
import type { Database } from '#lib/database';

/** Applies what campaigns have told; a version seen once makes it harmless to hear it again, in whatever order. */
export const applyCampaigns = `
  insert into campaign_views as v (campaign_id, owner_id, currency, status, ends_at, version)
  select distinct on (campaign_id) campaign_id, owner_id, currency, status, ends_at, version
  from json_to_recordset($1) as d(payload json),
    json_to_record(payload) as c(campaign_id uuid, owner_id uuid, currency text, status text, ends_at timestamptz, version int)
  order by campaign_id, version desc
  on conflict (campaign_id) do update
    set status = excluded.status, ends_at = excluded.ends_at, version = excluded.version
    where v.version < excluded.version`;

export async function findCampaign(db: Database, campaign_id: string): Promise<CampaignView | undefined> {
  const { rows } = await db.query<CampaignView>({
    name: 'campaign_views.get',
    text: 'select campaign_id, owner_id, currency, status, ends_at, version from campaign_views where campaign_id = $1',
    values: [campaign_id],
  });
  return rows[0];
}
