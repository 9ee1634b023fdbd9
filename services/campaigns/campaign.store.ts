// The only file that knows how campaigns are kept.
import type { Campaign } from '#contracts';
import type { Database } from '#lib/database';
import { table } from '#mixins/actors';

export const campaignStore = table<Campaign>({ name: 'campaigns', changing: [] });

export async function findCampaign(db: Database, id: string): Promise<Campaign | undefined> {
  const [campaign] = await campaignStore.load(db, [id], false);
  return campaign;
}

interface Wanted {
  status: string | null;
  owner_id: string | null;
  /** Whose drafts are shown; everybody's to an admin. */
  viewer_id: string | null;
  is_admin: boolean;
  before: string | null;
  limit: number;
}

/** Campaigns, newest first: those before `before`. */
export async function listCampaigns(db: Database, wanted: Wanted): Promise<Campaign[]> {
  const { status, owner_id, viewer_id, is_admin, before, limit } = wanted;
  const { rows } = await db.query<Campaign>({
    name: 'campaigns.list',
    text: `select * from campaigns
      where ($1::text is null or status = $1) and ($2::uuid is null or owner_id = $2)
        and (status <> 'DRAFT' or owner_id = $3 or $4::bool) and ($5::uuid is null or id < $5)
      order by id desc limit $6`,
    values: [status, owner_id, viewer_id, is_admin, before, limit],
  });
  return rows;
}
