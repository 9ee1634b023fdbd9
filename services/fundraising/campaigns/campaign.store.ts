// The only file that knows how campaigns are stored.
import type { Campaign } from '#contracts';
import { planned, type Database } from '#lib/database';
import { actor, table } from '#mixins/actors';

export const campaignStore = table<Campaign>({
  name: 'campaigns',
  changing: [
    'title',
    'description',
    'goal_amount',
    'funding',
    'ends_at',
    'cancelled_because',
    'raised_amount',
    'published_at',
    'funded_at',
    'decided_at',
  ],
});

export const campaignActor = actor({ name: 'campaign', store: campaignStore, missing: 'CAMPAIGN_NOT_FOUND' });

export async function findCampaign(db: Database, id: string): Promise<Campaign | undefined> {
  const [campaign] = await campaignStore.load(db, [id], false);
  return campaign;
}

/** The ids of an owner's campaigns, in their order: those after `after`. */
export async function findCampaignsOf(
  db: Database,
  { owner_id, after, limit }: { owner_id: string; after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: planned('campaigns.of_owner'),
    text: `select id from campaigns where owner_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    values: [owner_id, after, limit],
  });
  return rows.map(({ id }) => id);
}

/** What these campaigns have raised. */
export async function findRaised(db: Database, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<Pick<Campaign, 'id' | 'raised_amount'>>({
    name: planned('campaigns.raised'),
    text: 'select id, raised_amount from campaigns where id = any($1)',
    values: [ids],
  });
  return new Map(rows.map(({ id, raised_amount }) => [id, raised_amount]));
}

interface Wanted {
  status: string | null;
  owner_id: string | null;
  /** Words, or their beginnings: all must occur. */
  q: string | null;
  /** Their own unpublished campaigns are included; an admin gets everybody's. */
  viewer_id: string | null;
  reads_any: boolean;
  before: string | null;
  limit: number;
}

/** Campaigns, newest first: those before `before`. */
export async function listCampaigns(db: Database, wanted: Wanted): Promise<Campaign[]> {
  const { rows } = await db.query<Campaign>(listing(wanted));
  return rows;
}

/** The statement. Contains only the given conditions, so that Postgres plans it for those. */
export function listing({ status, owner_id, q, viewer_id, reads_any, before, limit }: Wanted) {
  const values: unknown[] = [];
  const conditions = ['true'];
  const holds = (condition: (n: string) => string, value: unknown) => {
    if (value !== null) conditions.push(condition(`$${values.push(value)}`));
  };
  if (!reads_any) holds((n) => `(published_at is not null or owner_id = ${n})`, viewer_id ?? NOBODY);
  holds((n) => `status = ${n}`, status);
  holds((n) => `owner_id = ${n}`, owner_id);
  holds((n) => `id < ${n}`, before);
  // Postgres stores no NUL, and can't search for one either.
  holds((n) => `words @@ query_of(${n})`, q?.replaceAll('\0', ' ') ?? null);
  const newest = `order by id desc limit $${values.push(limit)}`;
  const found = (from: string) => `select campaigns.* from ${from} where ${conditions.join(' and ')}`;
  const text =
    q === null
      ? `${found('campaigns')} ${newest}`
      : `with found as materialized (${found(SEARCHED)} order by id desc limit ${LOOKED_FOR})
        select * from found ${newest}`;
  return { text, values };
}

const SEARCHED = 'campaigns join campaign_words on campaign_id = id';

// Postgres assumes one in 200 campaigns for any word without statistics, and would read the newest campaigns until a page is
// full: 1.4 s at 50,000 for a word that none has. When it expects that many rows are wanted, it uses the index, 4 ms; a
// common word it still finds among the newest, 1 ms, since it reads no more than the page holds.
const LOOKED_FOR = 10_000;

const NOBODY = '00000000-0000-0000-0000-000000000000';
