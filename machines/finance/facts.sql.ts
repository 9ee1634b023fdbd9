// The consequences of facts, written again in SQL: an invariant must not depend on the rules that it checks.

const largest = (fact: string) => `(facts -> '${fact}' ->> -1)::bigint`;
const tells = (fact: string) => `coalesce(facts -> '${fact}' @> to_jsonb(amount), false)`;

/** Joins to each row of `page` what its `facts` say was captured, refunded and charged back, and whether it was won back. */
const KNOWN = `page
  cross join lateral (select facts ?| array['captured', 'settled'] is_taken) t
  cross join lateral (select
    case when not is_taken then 0
      when ${tells('captured')} or ${tells('settled')} then amount
      else greatest(${largest('captured')}, ${largest('settled')}) end captured,
    case when is_taken then (select coalesce(sum(value::bigint), 0)::bigint from jsonb_each_text(coalesce(facts -> 'refunds', '{}'))
      where not coalesce(facts -> 'failed_refunds', '{}') ? key) else 0 end refunded,
    case when is_taken then (
      select coalesce(sum(greatest(0, (value ->> 'amount')::bigint - (value ->> 'won')::bigint)), 0)::bigint
      from jsonb_each(coalesce(facts -> 'disputes', '{}'))) else 0 end lost,
    exists (select from jsonb_each(coalesce(facts -> 'disputes', '{}')) where (value ->> 'won')::bigint > 0) is_won) m`;

/** The stored amounts follow from the facts, and except by disputes no more is returned than was captured. */
export const amountsFollow = `
  select id key, format('it has %s captured, %s refunded, %s charged back; its facts say %s, %s, %s',
    captured_amount, refunded_amount, charged_back_amount, captured, refunded, lost) found
  from ${KNOWN}
  where (captured_amount, refunded_amount, charged_back_amount) <> (captured, refunded, lost)
    or refunded > captured`;

/** The status before money was captured. */
export const statusUntaken = (voided: string): string => `
  case when facts ? 'voided' then '${voided}' when facts ? 'failed' then 'FAILED'
  when facts ? 'authorized' then 'AUTHORIZED' else 'PENDING' end`;

/** The status once money was captured. `first` and `reversed` are further cases, in their places. */
export const statusTaken = (names: {
  disputed: string;
  settled: string;
  first?: string;
  reversed?: string;
}): string => `case
  ${names.first ?? ''} when lost > 0 then '${names.disputed}'
  when captured > 0 and refunded >= captured then 'REFUNDED' when refunded > 0 then 'PARTIALLY_REFUNDED'
  ${names.reversed ?? ''} when facts ? 'settled' then '${names.settled}' else 'CAPTURED' end`;

/** Rows of `page` whose status does not follow from their facts. */
export const statusFollows = (taken: string, untaken: string, except = 'false'): string => `
  select id key, format('it is %s, its facts say %s', status, should) found
  from ${KNOWN} cross join lateral (select case when is_taken then ${taken} else ${untaken} end should) s
  where status <> should and not ${except}`;

/** The status of each requested refund follows from the facts. */
export const refundsFollow = `
  select id key, format('refund %s is %s, its facts say %s', r ->> 'refund_id', r ->> 'status', should) found
  from page cross join jsonb_array_elements(refunds) r cross join lateral (select case
    when coalesce(facts -> 'failed_refunds', '{}') ? (r ->> 'refund_id') then 'FAILED'
    when coalesce(facts -> 'refunds', '{}') ? (r ->> 'refund_id') then 'SUCCEEDED' else 'PENDING' end should) s
  where r ->> 'status' <> should`;
