// What of the pledges is told about a campaign's donors.
import type { Pledge } from '#contracts';
import { planned, type Database } from '#lib/database';
import { COUNTED } from './pledge.store.ts';

/** Money of this pledge is with its campaign. */
export const GIVES = `${COUNTED} and captured_amount - refunded_amount - charged_back_amount > 0`;

/** A pledge whose money is with its campaign: `amount` is how much of it. */
export type Gift = Pick<
  Pledge,
  | 'id'
  | 'donor_id'
  | 'donor'
  | 'anonymous'
  | 'message'
  | 'message_hidden'
  | 'amount'
  | 'currency'
  | 'created_at'
>;

/** What was given to a campaign, newest first: before `before`. */
export async function listGifts(
  db: Database,
  { campaign_id, before, limit }: { campaign_id: string; before: string | null; limit: number },
): Promise<Gift[]> {
  const { rows } = await db.query<Gift>({
    name: planned('pledges.gifts'),
    text: `select id, donor_id, donor, anonymous, message, message_hidden, currency, created_at,
        captured_amount - refunded_amount - charged_back_amount amount
      from pledges where campaign_id = $1 and ($2::uuid is null or id < $2) and ${GIVES}
      order by id desc limit $3`,
    values: [campaign_id, before, limit],
  });
  return rows;
}
