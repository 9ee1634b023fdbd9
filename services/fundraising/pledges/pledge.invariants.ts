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
import { historiesFrom, ofRows } from '#mixins/invariants';
import { STORED } from './donor.store.ts';

/** Unless it was given up: nothing of the provider's leads out of that. */
const pledgeStatus = statusFollows(
  statusTaken({
    first: `when (captured <> amount or resolution is not distinct from 'refused') and resolution is distinct from 'accepted'
      and not (captured > 0 and refunded >= captured) then 'CONFLICTED'`,
    disputed: 'CHARGED_BACK',
    settled: 'COMPLETED',
    reversed: `when is_won then 'CHARGEBACK_REVERSED'`,
  }),
  statusUntaken('FAILED'),
  `status in ('CANCELLED', 'EXPIRED')`,
);

/** Who may still pay has a limited time to. */
const unpaidExpire = `
  select id key, format('it is %s, and never expires', status) found from page
  where status in ('PENDING', 'FAILED') and not exists (
    select from timers where name = 'pledges.expiry' and key = page.id::text)`;

/** What nobody expected is on its way back, or nobody looks after it. */
const unwantedGoesBack = `
  select id key, format('%s of it were captured, %s, and nobody refunds them: POST /api/pledges/%s/refunds does',
    captured_amount - refunded_amount - charged_back_amount,
    case when withdrawn_at is null then 'for nobody' else 'for a campaign that was called off' end, id) found
  from page
  where offline is null and (status = 'CANCELLED' or resolution = 'refused' or withdrawn_at is not null)
    and captured_amount > refunded_amount + charged_back_amount
    and not refunds @> '[{"status": "PENDING"}]'`;
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
  'names and addresses are those of guests': ofRows(
    'pledges',
    `select id key, 'it has the name and the address of a guest, and is not theirs' found from page
     where donor is not null and donor_id is distinct from guest_id`,
  ),
  'a donor who was erased left nothing': ofRows(
    'pledges',
    `select id key, 'its donor was erased, and something of theirs is still here' found from page
     where erased_at is not null and (donor is not null or message is not null or not anonymous
       or erased_at < now() - interval '1 minute' and exists (select from inbox
         where ${STORED} and reply ->> 'id' = page.id::text
           and coalesce(reply ->> 'donor', reply ->> 'message') is not null))`,
  ),
  'history leads to status': historiesFrom(
    'pledges',
    `case when offline is null then 'PENDING' else 'COMPLETED' end`,
  ),
  'an unpaid pledge expires': ofRows('pledges', unpaidExpire),
  'money that nobody expected goes back': ofRows('pledges', unwantedGoesBack),
};

export async function readFacts(
  db: Database,
  { ids, after, limit }: Params<'pledges.read_facts'>,
): Promise<Result<'pledges.read_facts'>['data']> {
  const { rows } = await db.query<Result<'pledges.read_facts'>['data'][number]>({
    name: planned('pledges.read_facts'),
    text: `select id pledge_id, amount, currency, md5(facts::text) facts from pledges
      where offline is null and ($1::uuid[] is null or id = any($1)) and ($2::uuid is null or id > $2)
      order by id limit $3`,
    values: [ids ?? null, after ?? null, limit],
  });
  return rows;
}
