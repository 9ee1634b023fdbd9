// How a donor's pledges are found, and what is stored of them beside the pledges.
import { planned, type Database } from '#lib/database';

interface Wanted {
  donor_id: string;
  /** Made by then; null: all. */
  until: string | null;
  after: string | null;
  limit: number;
}

/** The ids of a donor's pledges, in their order: those after `after`. */
export async function findPledgesOfDonor(
  db: Database,
  { donor_id, until, after, limit }: Wanted,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: planned('pledges.of_donor'),
    text: `select id from pledges where donor_id = $1 and ($2::timestamptz is null or created_at <= $2)
      and ($3::uuid is null or id > $3) order by id limit $4`,
    values: [donor_id, until, after, limit],
  });
  return rows.map(({ id }) => id);
}

/** The stored replies with a pledge in them, as their index has it. */
export const STORED = `reply is not null and command <> 'pledges.create'`;

/** What is answered to a repeated Idempotency-Key says no longer who gave. */
export async function eraseReplies(db: Database, pledge_ids: string[]): Promise<void> {
  await db.query({
    name: planned('inbox.erase'),
    text: `update inbox set reply = (reply::jsonb || '{"donor": null, "message": null, "anonymous": true}')::json
      where ${STORED} and reply ->> 'id' = any($1::text[])`,
    values: [pledge_ids],
  });
}

/** Nobody is to deliver once more what has their address in it, and would claim gifts for them. */
export async function forgetDeadLetters(db: Database, user_id: string): Promise<void> {
  await db.query(`delete from dead_letters where message #>> '{payload,user_id}' = $1`, [user_id]);
}
