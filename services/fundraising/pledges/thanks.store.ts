// The only file that knows how it is kept what owners write to donors, and who was thanked.
import type { Thanks } from '#contracts';
import { planned, type Database } from '#lib/database';
import { actor, table } from '#mixins/actors';
import { GIVES } from './donors.store.ts';
import type { ThanksState } from './thanks.rules.ts';

export const thanksStore = table<ThanksState>({
  name: 'thanks',
  changing: ['thanked_to'],
  records: { thanked_donors: 'on conflict do nothing' },
});

export const thanksActor = actor({ name: 'thanks', store: thanksStore, missing: 'THANKS_NOT_FOUND' });

export const shownThanks = ({ thanked_to: _to, ...thanks }: ThanksState): Thanks => thanks;

export async function hasDonors(db: Database, campaign_id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: planned('thanks.any'),
    text: `select from pledges where campaign_id = $1 and ${GIVES} limit 1`,
    values: [campaign_id],
  });
  return rowCount !== 0;
}

/** A pledge whose donor is to be thanked, unless they were already. */
export interface Given {
  pledge_id: string;
  donor_id: string;
  is_thanked: boolean;
}

/** The next pledges of a campaign whose money is with it, in the order of their ids. */
export async function findGiven(
  db: Database,
  { id, campaign_id, thanked_to }: ThanksState,
  limit: number,
): Promise<Given[]> {
  const { rows } = await db.query<Given>({
    name: planned('thanks.page'),
    text: `select p.id pledge_id, p.donor_id, t.donor_id is not null is_thanked
      from pledges p left join thanked_donors t on t.thanks_id = $2 and t.donor_id = p.donor_id
      where campaign_id = $1 and ($3::uuid is null or p.id > $3) and ${GIVES} order by p.id limit $4`,
    values: [campaign_id, id, thanked_to, limit],
  });
  return rows;
}
