// The only file that knows what is kept of beneficiaries: a projection of campaigns, and what the ledger holds for them.
import type { BeneficiaryBalance, Result } from '#contracts';
import { planned, type Database } from '#lib/database';

export interface KnownBeneficiary {
  id: string;
  owner_id: string;
  currency: string;
  /** It was called off: what is left goes back to donors, and nothing is paid out. */
  is_called_off: boolean;
}

/** Applies what campaigns have told; a version seen once makes it harmless to hear it again, in whatever order. */
export const applyCampaigns = `
  insert into beneficiaries as b (id, owner_id, currency, is_called_off, version)
  select distinct on (campaign_id) 'campaign:' || campaign_id, owner_id, currency, status = 'CANCELLED', version
  from json_to_recordset($1) as d(payload json),
    json_to_record(payload) as c(campaign_id uuid, owner_id uuid, currency text, status text, version int)
  order by campaign_id, version desc
  on conflict (id) do update set is_called_off = excluded.is_called_off, version = excluded.version
    where b.version < excluded.version`;

export async function findBeneficiary(db: Database, id: string): Promise<KnownBeneficiary | undefined> {
  const { rows } = await db.query<KnownBeneficiary>({
    name: 'beneficiaries.get',
    text: 'select id, owner_id, currency, is_called_off from beneficiaries where id = $1',
    values: [id],
  });
  return rows[0];
}

/** What payments, payouts and write-offs say of each of the accounts in `$1`. */
const SUMS = `unnest($1::text[]) beneficiary
  cross join lateral (
    select coalesce(sum(captured_amount - refunded_amount - charged_back_amount), 0)::bigint given,
      coalesce(sum(fee_amount), 0)::bigint fees,
      coalesce(sum(greatest(0, captured_amount - refunded_amount - charged_back_amount))
        filter (where not facts ? 'settled'), 0)::bigint pending
    from payments p where p.beneficiary = beneficiary.beneficiary and is_counted) g
  cross join lateral (
    select coalesce(sum(amount), 0)::bigint paid_out from payouts p
    where p.beneficiary = beneficiary.beneficiary and status in ('BOOKED', 'PAID')) o
  cross join lateral (
    select coalesce(sum(amount), 0)::bigint written_off from write_offs w
    where w.beneficiary = beneficiary.beneficiary) w
  left join ledger_accounts a on a.id = beneficiary.beneficiary`;

type Balances = Result<'payments.read_balances'>['data'];

/** What the ledger holds for each of these beneficiaries, and what has left it. */
export async function readBalances(db: Database, beneficiaries: string[]): Promise<Balances> {
  const { rows } = await db.query<Balances[number]>({
    name: planned('beneficiaries.balances'),
    text: `select beneficiary, coalesce(balance, 0) balance, paid_out, fees, written_off from ${SUMS}`,
    values: [beneficiaries],
  });
  return rows;
}

/** All of one beneficiary's money. */
export async function readBalance(
  db: Database,
  { id, currency }: Pick<KnownBeneficiary, 'id' | 'currency'>,
): Promise<BeneficiaryBalance> {
  const { rows } = await db.query<Omit<BeneficiaryBalance, 'currency'>>({
    name: planned('beneficiaries.balance'),
    text: `select beneficiary, balance, greatest(0, least(pending, balance - reserved)) pending, reserved,
        greatest(0, balance - reserved - greatest(0, pending)) available, greatest(0, reserved - balance) debt,
        fees, paid_out, written_off
      from (select beneficiary, coalesce(balance, 0) balance, coalesce(reserved, 0) reserved, pending, fees, paid_out,
          written_off from ${SUMS}) s`,
    values: [[id]],
  });
  return { ...rows[0]!, currency };
}

/** Accounts of beneficiaries, in their order: those after `after`. */
export async function nextBeneficiaries(
  db: Database,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: planned('beneficiaries.next'),
    text: `select id from ledger_accounts where id like 'campaign:%' and ($1::text is null or id > $1) order by id limit $2`,
    values: [after, limit],
  });
  return rows.map(({ id }) => id);
}

/** Of these, those whose balance does not follow from what was given, paid out and written off. */
export async function findUnbalanced(
  db: Database,
  beneficiaries: string[],
): Promise<(Balances[number] & { given: number })[]> {
  const { rows } = await db.query<Balances[number] & { given: number }>({
    name: planned('beneficiaries.unbalanced'),
    text: `select beneficiary, coalesce(balance, 0) balance, paid_out, fees, written_off, given from ${SUMS}
      where coalesce(balance, 0) <> given - fees - paid_out + written_off`,
    values: [beneficiaries],
  });
  return rows;
}
