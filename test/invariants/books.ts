// Invariants of the money in the books and in the services that repeat it: checked from outside, by SQL of its own.
import type { Pool } from '#lib/database';

type Pools = Record<string, Pool>;

/** A sentence for each figure of money that differs from another. */
export const wrongBooks = async (pools: Pools): Promise<string[]> =>
  (await Promise.all([unbalanced(pools), ofCampaigns(pools), wrongFigures(pools)])).flat();

/** Every currency sums to 0, and each account equals its transfers and is never below its floor. */
async function unbalanced({ payments }: Pools): Promise<string[]> {
  const { rows: sums } = await payments!.query<{ currency: string; sum: number }>(
    'select currency, sum(balance)::bigint sum from ledger_accounts group by currency having sum(balance) <> 0',
  );
  const { rows: accounts } = await payments!.query<{ id: string; is: string; should: string }>(
    `with ended as (select pending_id from ledger_transfers where kind in ('post_pending', 'void_pending', 'timed_out')),
      entries as (
        select debit account, -amount moved, 0 reserved from ledger_transfers where kind in ('posted', 'post_pending')
        union all select credit, amount, 0 from ledger_transfers where kind in ('posted', 'post_pending')
        union all select debit, 0, amount from ledger_transfers
          where kind = 'pending' and id not in (select pending_id from ended)),
      sums as (select account, sum(moved)::bigint balance, sum(reserved)::bigint reserved from entries group by account)
      select coalesce(id, account) id, concat(a.balance, ', ', a.reserved, ' reserved') "is",
        concat(s.balance, ', ', s.reserved, ' reserved') should
      from ledger_accounts a full join sums s on s.account = a.id
      where (coalesce(a.balance, 0), coalesce(a.reserved, 0)) <> (coalesce(s.balance, 0), coalesce(s.reserved, 0))
        or a.balance - a.reserved + a.overdrawn < a.floor`,
  );
  return [
    ...sums.map(({ currency, sum }) => `ledger: ${currency} sums to ${sum}`),
    ...accounts.map(({ id, is, should }) => `ledger: ${id} has ${is}; its transfers made ${should}`),
  ];
}

interface Money {
  campaign_id: string;
  amount: number;
}

const byCampaign = (rows: Money[]) => new Map(rows.map(({ campaign_id, amount }) => [campaign_id, amount]));

/** A campaign's raised amount, and its balance in the ledger before payouts, fees and write-offs, equal the sum over its pledges. */
async function ofCampaigns({ pledges, campaigns, payments }: Pools): Promise<string[]> {
  const brought = await pledges!.query<Money>(
    `select campaign_id, sum(captured_amount - refunded_amount - charged_back_amount)::bigint amount from pledges
      where status not in ('CANCELLED', 'EXPIRED') and resolution is distinct from 'refused' and (captured_amount = amount or resolution = 'accepted')
      group by campaign_id`,
  );
  const raised = await campaigns!.query<Money>('select id campaign_id, raised_amount amount from campaigns');
  const booked = await payments!.query<Money>(
    `select substring(account from 10)::uuid campaign_id, sum(moved)::bigint amount from (
        select credit account, amount moved from ledger_transfers
        where kind in ('posted', 'post_pending') and debit like 'payment:%'
        union all select debit, -amount from ledger_transfers
        where kind in ('posted', 'post_pending') and credit like 'payment:%') entries
      where account like 'campaign:%' group by account`,
  );
  const [should, inCampaigns, inLedger] = [brought, raised, booked].map(({ rows }) => byCampaign(rows));
  return [...new Set([...should!.keys(), ...inCampaigns!.keys(), ...inLedger!.keys()])].flatMap((id) => {
    const wanted = should!.get(id) ?? 0;
    const [has, owns] = [inCampaigns!.get(id), inLedger!.get(id) ?? 0];
    return [
      ...(has === wanted
        ? []
        : [`campaigns ${id} has raised ${has ?? 'what nobody knows'}, its pledges brought ${wanted}`]),
      ...(owns === wanted ? [] : [`ledger: campaign:${id} was given ${owns}, its pledges brought ${wanted}`]),
    ];
  });
}

interface Figures {
  pledge_id: string;
  figures: string;
}

/** Totals has the newest figures of each pledge that counts. */
async function wrongFigures({ pledges, totals }: Pools): Promise<string[]> {
  const { rows: made } = await pledges!.query<Figures>(
    `select id pledge_id, case when status not in ('CANCELLED', 'EXPIRED') and resolution is distinct from 'refused'
          and (captured_amount = amount or resolution = 'accepted')
        then concat_ws(' ', captured_amount, refunded_amount, charged_back_amount) else '0 0 0' end figures
      from pledges`,
  );
  const { rows: shown } = await totals!.query<Figures>(
    `select pledge_id, concat_ws(' ', captured_amount, refunded_amount, charged_back_amount) figures from pledge_figures`,
  );
  const known = new Map(shown.map(({ pledge_id, figures }) => [pledge_id, figures]));
  const own = new Set(made.map(({ pledge_id }) => pledge_id));
  return [
    ...made
      .filter(({ pledge_id, figures }) => known.get(pledge_id) !== figures)
      .map(
        ({ pledge_id: id, figures }) =>
          `totals knows pledge ${id} by ${known.get(id) ?? 'nothing'}, it has ${figures}`,
      ),
    ...shown
      .filter(({ pledge_id }) => !own.has(pledge_id))
      .map(({ pledge_id }) => `totals knows pledge ${pledge_id}, which nobody made`),
  ];
}
