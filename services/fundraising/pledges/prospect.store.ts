// What a campaign may count on, for the decision about one that is all or nothing.
import type { Params, Result } from '#contracts';
import type { Database } from '#lib/database';
import { COUNTED } from './pledge.store.ts';

/** In one statement: money that is captured meanwhile is in one of the two sums. */
export async function readProspect(
  db: Database,
  { campaign_id }: Params<'pledges.read_prospect'>,
): Promise<Result<'pledges.read_prospect'>> {
  const { rows } = await db.query<Result<'pledges.read_prospect'>>({
    name: 'pledges.read_prospect',
    text: `select
        coalesce(sum(captured_amount - refunded_amount - charged_back_amount - leaving) filter (where ${COUNTED}), 0)::bigint
          kept_amount,
        coalesce(sum(case when status in ('PENDING', 'AUTHORIZED') then amount else captured_amount end) filter (where
          status in ('PENDING', 'AUTHORIZED', 'EXPIRED') or status = 'CONFLICTED' and resolution is null), 0)::bigint awaited_amount
      from pledges cross join lateral (
        select coalesce(sum((refund ->> 'amount')::bigint), 0) leaving from jsonb_array_elements(refunds) refund
        where refund ->> 'status' = 'PENDING') r
      where campaign_id = $1`,
    values: [campaign_id],
  });
  return rows[0]!;
}
