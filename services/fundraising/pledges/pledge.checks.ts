// What must always hold of pledges, and what others hold theirs against.
import type { Params, Result } from '#contracts';
import { planned, type Database } from '#lib/database';
import { histories, ofRows } from '#mixins/invariants';
import { amountsFollow, pledgeStatusFollows, refundsFollow } from '#mixins/invariants/money';

export const pledgeInvariants = {
  'amounts follow from facts': ofRows('pledges', amountsFollow),
  'status follows from facts': ofRows('pledges', pledgeStatusFollows),
  'refunds follow from facts': ofRows('pledges', refundsFollow),
  'history leads to status': histories('pledges', 'PENDING'),
};

export async function readFacts(
  db: Database,
  { ids, after, limit }: Params<'pledges.read_facts'>,
): Promise<Result<'pledges.read_facts'>['data']> {
  const { rows } = await db.query<Result<'pledges.read_facts'>['data'][number]>({
    name: planned('pledges.read_facts'),
    text: `select id pledge_id, amount, currency, md5(facts::text) facts from pledges
      where ($1::uuid[] is null or id = any($1)) and ($2::uuid is null or id > $2) order by id limit $3`,
    values: [ids ?? null, after ?? null, limit],
  });
  return rows;
}
