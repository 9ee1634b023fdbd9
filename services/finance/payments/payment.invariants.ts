// What must always hold of payments and their books, and what others hold theirs against.
import type { Params, Result } from '#contracts';
import { planned, type Database } from '#lib/database';
import {
  amountsFollow,
  refundsFollow,
  statusFollows,
  statusTaken,
  statusUntaken,
} from '#machines/finance/facts.sql';
import { histories, ofAll, ofRows, type Check } from '#mixins/invariants';
import { verifyLedger } from '#mixins/ledger';

// A sixteenth of the accounts of 500,000 payments is summed up in under a second.
const PARTS = 16;

const books: Check = async ({ db }, after) => {
  const part = after === null ? 0 : Number(after);
  const found = await verifyLedger(db, { part, of: PARTS });
  const { rows } = await db.query<{ n: number }>('select count(*) n from ledger_accounts');
  return {
    checked: part === 0 ? rows[0]!.n : 0,
    violations: found.map(({ what, of, expected, found: is }) => ({
      key: of,
      found: `${what}: ${is}, its transfers say ${expected}`,
    })),
    next: part + 1 < PARTS ? String(part + 1) : null,
  };
};

const paymentStatus = statusFollows(
  statusTaken({ disputed: 'DISPUTED', settled: 'SETTLED' }),
  statusUntaken('VOIDED'),
);

const isOpen = (transfer: string) => `${transfer}.kind = 'pending' and not exists (
  select from ledger_transfers e where e.pending_id = ${transfer}.id and e.kind in ('post_pending', 'void_pending', 'timed_out'))`;

/** What a payment has reserved for a refund, the ledger has reserved. */
const holdsAreReserved = `
  select id key, format('it holds %s for refund %s, and the ledger does not', h.value, h.key) found
  from page cross join jsonb_each_text(holds) h where not exists (
    select from ledger_transfers t where t.id = h.key and t.amount = h.value::bigint and ${isOpen('t')})`;

const reservationsAreHeld = `
  select t.id key, format('%s are reserved for %s, which holds nothing for it', t.amount, t.credit) found
  from ledger_transfers t left join payments p on 'payment:' || p.id = t.credit
  where ${isOpen('t')} and (p.holds ->> t.id) is distinct from t.amount::text`;

/** What is on its way back can't be paid out meanwhile. */
const refundsAreReserved = `
  select id key, format('refund %s is PENDING, and nothing is reserved for it', r ->> 'refund_id') found
  from page cross join jsonb_array_elements(refunds) r
  where is_counted and r ->> 'status' = 'PENDING' and not holds ? (r ->> 'refund_id')`;

/** Of what counts, the beneficiary bears the fee: what the provider kept of the payment. */
const feesFollow = `
  select id key, format('its beneficiary has borne %s of its fee of %s', fee_amount, fee) found
  from page cross join lateral (select case when is_counted and facts ? 'settled'
    then greatest(0, captured_amount - (facts -> 'settled' ->> -1)::bigint) else 0 end fee) f
  where fee_amount <> fee`;

/** Who waits for a refund is waited for: the provider is asked until it is over. */
const refundsAreAskedFor = `
  select id key, format('refund %s is PENDING, and nobody asks for it', r ->> 'refund_id') found
  from page cross join jsonb_array_elements(refunds) r
  where r ->> 'status' = 'PENDING' and not exists (
    select from timers where name = 'payments.refund' and key = r ->> 'refund_id')`;

/**
 * No fact was applied by two webhooks. Other providers' bodies are their own. Only of what has two of a type is the body
 * read: all of them took 100 µs a payment.
 */
const webhooksOnce = `
  select twice.id key, format('%s webhooks applied %s', count(*), w.type) found
  from (
    select page.id, w.type from page join webhooks w on w.payment_id = page.id
    where w.provider = 'sandbox' and outcome = 'applied' and w.type <> 'payment.refund_failed'
    group by page.id, w.type having count(*) > 1) twice
  join webhooks w on w.payment_id = twice.id and w.type = twice.type and outcome = 'applied'
  group by twice.id, w.type, w.body::json #>> '{data,refund_id}', w.body::json #>> '{data,dispute_id}',
    w.body::json #>> '{data,amount}'
  having count(*) > 1`;

export const paymentInvariants = {
  'amounts follow from facts': ofRows('payments', amountsFollow),
  'status follows from facts': ofRows('payments', paymentStatus),
  'refunds follow from facts': ofRows('payments', refundsFollow),
  'refunds under way are asked for': ofRows('payments', refundsAreAskedFor),
  'refunds under way are reserved': ofRows('payments', refundsAreReserved),
  'fees follow from facts': ofRows('payments', feesFollow),
  'history leads to status': histories('payments', 'PENDING'),
  'each fact was applied once': ofRows('payments', webhooksOnce),
  'holds are reserved in the ledger': ofRows('payments', holdsAreReserved),
  'reservations are held by a payment': ofAll(
    `select count(*) from ledger_transfers t where ${isOpen('t')}`,
    reservationsAreHeld,
  ),
  'the ledger balances': books,
};

export async function readFacts(
  db: Database,
  { ids, purpose_ids, after, limit }: Params<'payments.read_facts'>,
): Promise<Result<'payments.read_facts'>['data']> {
  const { rows } = await db.query<Result<'payments.read_facts'>['data'][number]>({
    name: planned('payments.read_facts'),
    text: `select id payment_id, purpose, provider, amount, currency, md5(facts::text) facts from payments
      where ($1::uuid[] is null or id = any($1)) and ($2::text[] is null or purpose ->> 'id' = any($2))
        and ($3::uuid is null or id > $3) order by id limit $4`,
    values: [ids ?? null, purpose_ids ?? null, after ?? null, limit],
  });
  return rows;
}
