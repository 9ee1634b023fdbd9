// Invariants of fundraising's databases whenever the platform is quiet, whatever happened to it before.
import { getTypeParser, type Pool } from '#lib/database';
import { until } from '#test/platform';
import { testPool } from '#test/postgres';
import { wrongBooks } from './books.ts';

/** One database per service. */
export type Urls = Record<string, string>;

type Pools = Record<string, Pool>;
type Row = Record<string, unknown>;

const KEEPING = ['auth', 'users', 'campaigns', 'notifications', 'pledges', 'payments', 'sandbox', 'totals'];
/** Services whose actors are in the table of the same name, and the first status of each, in SQL. */
const BEGINNINGS = {
  campaigns: `'DRAFT'`,
  pledges: `case when offline is null then 'PENDING' else 'COMPLETED' end`,
  payments: `'PENDING'`,
};

/** Actors of another table, whose steps stand among those. */
const BESIDE: Record<string, string> = { payments: 'where key not in (select id from payouts)' };

/** The violations, a sentence each; none if all is well. The platform must be quiet. */
export const violations = (urls: Urls): Promise<string[]> =>
  withPools(urls, async (pools) => {
    const found = await Promise.all([
      ...KEEPING.map((service) => messagesLeft(service, pools)),
      ...Object.entries(BEGINNINGS).map(([service, status]) => brokenHistories(service, status, pools)),
      unpaired(pools),
      effectsOfWebhooks(pools),
      wrongTotals(pools),
      wrongBooks(pools),
    ]);
    return found.flat();
  });

/** Resolves once every message has been published and delivered. */
export const untilQuiet = (urls: Urls): Promise<unknown> =>
  withPools(urls, (pools) =>
    until(async () => {
      // One after the other, twice: a consumer may publish in turn to the service before it.
      for (const service of [...KEEPING, ...KEEPING]) if ((await underWay(pools[service]!)) > 0) return false;
      return true;
    }),
  );

/** The rows of a query on one of the databases. */
export const look = <R = Row>(url: string, sql: string, ...values: unknown[]): Promise<R[]> =>
  withPools({ one: url }, async ({ one }) => (await one!.query(sql, values)).rows as R[]);

async function withPools<T>(urls: Urls, work: (pools: Pools) => Promise<T>): Promise<T> {
  const pools = Object.fromEntries(
    Object.entries(urls).map(([service, url]) => [
      service,
      testPool({ connectionString: url, max: 1, types: { getTypeParser } }),
    ]),
  );
  try {
    return await work(pools);
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
}

async function underWay(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select (select count(*) from outbox) + (select count(*) from deliveries) n',
  );
  return rows[0]!.n;
}

/** Every message was published, and handled by all its subscribers. */
async function messagesLeft(service: string, pools: Pools): Promise<string[]> {
  const { rows } = await pools[service]!.query<{ place: string; n: number }>(
    `select 'outbox' place, count(*) n from outbox union all select 'deliveries', count(*) from deliveries
      union all select 'dead_letters', count(*) from dead_letters`,
  );
  return rows.filter(({ n }) => n > 0).map(({ place, n }) => `${service}: ${n} left in ${place}`);
}

/** Each step begins where the last one ended, the last ends at the actor's status; no command moves it twice. */
async function brokenHistories(service: string, beginning: string, pools: Pools): Promise<string[]> {
  const { rows } = await pools[service]!.query<{ id: string; history: string; status: string }>(
    `with actors as (select id, status, ${beginning} beginning from ${service}),
      steps as (
        select key, seq, from_status, to_status, command_id,
          lag(to_status, 1, beginning) over (partition by key order by seq) before
        from transitions left join actors on id = key ${BESIDE[service] ?? ''}
      ), histories as (
        select key, string_agg(from_status || ' → ' || to_status, ', ' order by seq) history,
          (array_agg(to_status order by seq desc))[1] last,
          bool_and(from_status is not distinct from before) joined,
          count(command_id) > count(distinct command_id) repeated
        from steps group by key
      )
      select coalesce(a.id, h.key) id, coalesce(a.status, 'gone') status, coalesce(history, 'none') history
      from actors a full join histories h on h.key = a.id
      where a.id is null or a.status <> coalesce(last, beginning) or not joined or repeated`,
  );
  return rows.map(({ id, status, history }) => `${service} ${id} is ${status}, its history ${history}`);
}

const MONEY = 'amount, currency, captured_amount, refunded_amount, charged_back_amount';

/** Every pledge that was not given offline has one payment, every payment its pledge, and both have the same amounts. */
async function unpaired({ pledges, payments }: Pools): Promise<string[]> {
  const { rows: promised } = await pledges!.query<Row & { id: string }>(
    `select id, ${MONEY} from pledges where offline is null`,
  );
  const { rows: paid } = await payments!.query<Row & { pledge_id: string }>(
    `select purpose ->> 'id' pledge_id, ${MONEY} from payments`,
  );
  const paymentsOf = Map.groupBy(paid, ({ pledge_id }) => pledge_id);
  const ids = new Set([...promised.map(({ id }) => id), ...paymentsOf.keys()]);
  const pledgeOf = new Map(promised.map((pledge) => [pledge.id, pledge]));
  return [...ids].flatMap((id) => {
    const [pledge, found = []] = [pledgeOf.get(id), paymentsOf.get(id)];
    if (!pledge || found.length !== 1)
      return [`pledges ${id}: ${pledge ? 1 : 0} pledges, ${found.length} payments`];
    const [one, other] = [moneyIn(pledge), moneyIn(found[0]!)];
    return one === other ? [] : [`pledges ${id} knows of ${one}, its payment of ${other}`];
  });
}

const moneyIn = (row: Row) =>
  MONEY.split(', ')
    .map((column) => `${column} ${String(row[column])}`)
    .join(', ');

/** A payment's facts are those of its webhooks and of the refunds that it requested: each once. */
async function effectsOfWebhooks({ payments }: Pools): Promise<string[]> {
  const { rows: repeated } = await payments!.query<{ payment_id: string; type: string; n: number }>(
    `select payment_id, type, count(*) n from webhooks
      where outcome = 'applied' and type <> 'payment.refund_failed'
      group by payment_id, type, body::json #>> '{data,refund_id}', body::json #>> '{data,dispute_id}',
        body::json #>> '{data,amount}'
      having count(*) > 1`,
  );
  const { rows: unequal } = await payments!.query<{ id: string; known: string; reported: string }>(
    `with facts as (
        select payment_id, type, data.* from webhooks, json_to_record(body::json -> 'data') as
          data(amount bigint, refund_id text, dispute_id text)
        where outcome in ('applied', 'already_known')
      ), taken as (
        select payment_id, coalesce(max(f.amount) filter (where f.amount = p.amount),
          max(f.amount)) amount
        from facts f join payments p on p.id = payment_id
        where type in ('payment.captured', 'settlement.confirmed') group by payment_id
      ), refunds as (
        select payment_id, refund_id, max(amount) amount from (
          select payment_id, refund_id, amount from facts where type = 'payment.refunded'
          union select id, r ->> 'refund_id', (r ->> 'amount')::bigint from payments, jsonb_array_elements(refunds) r
          where r ->> 'status' = 'SUCCEEDED') each group by payment_id, refund_id
      ), refunded as (
        select payment_id, sum(amount)::bigint amount from refunds r where not exists (select from facts f
          where f.type = 'payment.refund_failed' and (f.payment_id, f.refund_id) = (r.payment_id, r.refund_id))
        group by payment_id
      ), disputed as (
        select payment_id, dispute_id, greatest(0, coalesce(max(amount) filter (where type = 'payment.disputed'), 0)
          - coalesce(max(amount) filter (where type = 'payment.dispute_won'), 0)) amount
        from facts where type like 'payment.dispute%' group by payment_id, dispute_id
      ), lost as (select payment_id, sum(amount)::bigint amount from disputed group by payment_id)
      select id, concat_ws(' ', captured_amount, refunded_amount, charged_back_amount) known,
        concat_ws(' ', coalesce(t.amount, 0), coalesce(r.amount, 0), coalesce(l.amount, 0)) reported
      from payments p left join taken t on t.payment_id = p.id
        left join refunded r on r.payment_id = p.id and t.amount is not null
        left join lost l on l.payment_id = p.id and t.amount is not null
      where (captured_amount, refunded_amount, charged_back_amount)
        <> (coalesce(t.amount, 0), coalesce(r.amount, 0), coalesce(l.amount, 0))`,
  );
  return [
    ...repeated.map(({ payment_id, type, n }) => `payments ${payment_id}: ${n} webhooks applied ${type}`),
    ...unequal.map(
      ({ id, known, reported }) => `payments ${id} knows ${known}, its webhooks reported ${reported}`,
    ),
  ];
}

const FIGURES = ['total', 'donors', 'pledges', 'refunded'] as const;
type Figures = { campaign_id: string } & Record<(typeof FIGURES)[number], number>;

/** A campaign's totals are the sums over its pledges. Unexpected money is the donor's, and counts nowhere. */
async function wrongTotals({ pledges, totals }: Pools): Promise<string[]> {
  const { rows: summed } = await pledges!.query<Figures>(
    `with counted as (
        select *, status not in ('CANCELLED', 'EXPIRED')
          and resolution is distinct from 'refused'
          and (captured_amount = amount or resolution is not distinct from 'accepted') counts from pledges
      )
      select campaign_id, count(*) pledges,
        count(distinct donor_id) filter (where counts and captured_amount > 0) donors,
        coalesce(sum(captured_amount - refunded_amount - charged_back_amount) filter (where counts), 0)::bigint total,
        coalesce(sum(refunded_amount) filter (where counts), 0)::bigint refunded
      from counted group by campaign_id`,
  );
  const { rows: shown } = await totals!.query<Figures>(
    `select campaign_id, ${FIGURES.join(', ')} from campaign_totals`,
  );
  const sums = new Map(summed.map((row) => [row.campaign_id, row]));
  const shownOf = new Map(shown.map((row) => [row.campaign_id, row]));
  return [...new Set([...sums.keys(), ...shownOf.keys()])].flatMap((id) => {
    const [is, should] = [figuresIn(shownOf.get(id)), figuresIn(sums.get(id))];
    return is === should ? [] : [`totals ${id} says ${is}, its pledges ${should}`];
  });
}

const figuresIn = (row: Figures | undefined) =>
  FIGURES.map((name) => `${name} ${row?.[name] ?? 0}`).join(', ');
