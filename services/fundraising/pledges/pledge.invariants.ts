// What must always hold of pledges, and what others hold theirs against.
import type { Params, Result } from '#contracts';
import { planned, type Database } from '#lib/database';
import {
  amountsFollow,
  refundsFollow,
  statusFollows,
  statusTaken,
  statusUntaken,
} from '#machines/finance/facts.sql';
import { histories, ofRows } from '#mixins/invariants';

/** Unless it was given up: nothing of the provider's leads out of that. */
const pledgeStatus = statusFollows(
  statusTaken({
    first: `when captured <> amount and resolution is distinct from 'accepted'
      and not (captured > 0 and refunded >= captured) then 'CONFLICTED'`,
    disputed: 'CHARGED_BACK',
    settled: 'COMPLETED',
    reversed: `when is_won then 'CHARGEBACK_REVERSED'`,
  }),
  statusUntaken('FAILED'),
  `status in ('CANCELLED', 'EXPIRED')`,
);

/** Of a recurring gift, however its attempts and reports overtook each other. */
const periodPaidTwice = `
  select page.id key, format('period %s of subscription %s is paid by pledge %s too', page.period, page.subscription_id, other.id) found
  from page join pledges other on other.subscription_id = page.subscription_id and other.period = page.period and other.id < page.id
  where page.captured_amount > 0 and page.status not in ('CANCELLED', 'EXPIRED')
    and other.captured_amount > 0 and other.status not in ('CANCELLED', 'EXPIRED')`;

export const pledgeInvariants = {
  'a period is paid once': ofRows('pledges', periodPaidTwice),
  'amounts follow from facts': ofRows('pledges', amountsFollow),
  'status follows from facts': ofRows('pledges', pledgeStatus),
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
