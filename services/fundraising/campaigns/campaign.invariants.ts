// Invariants of campaigns, and the figures that others compare theirs to.
import type { Result } from '#contracts';
import { planned, type Database } from '#lib/database';
import { histories } from '#mixins/invariants';

export const campaignInvariants = {
  'history leads to status': histories('campaigns', 'DRAFT'),
};

export async function readRaised(
  db: Database,
  ids: string[],
): Promise<Result<'campaigns.read_raised'>['data']> {
  const { rows } = await db.query<Result<'campaigns.read_raised'>['data'][number]>({
    name: planned('campaigns.read_raised'),
    text: 'select id campaign_id, raised_amount from campaigns where id = any($1)',
    values: [ids],
  });
  return rows;
}
