// The only file that knows how pledges are kept.
import type { Pledge, Result } from '#contracts';
import { planned, type Database } from '#lib/database';
import { actor, table } from '#mixins/actors';
import type { Owned } from './donor.rules.ts';
import type { PledgeState } from './pledge-state.rules.ts';

export const pledgeStore = table<PledgeState>({
  name: 'pledges',
  changing: [
    'donor_id',
    'donor',
    'erased_at',
    'message',
    'message_hidden',
    'anonymous',
    'captured_amount',
    'refunded_amount',
    'charged_back_amount',
    'facts',
    'refunds',
    'resolution',
    'withdrawn_at',
    'offline',
  ],
  records: { pledge_origins: '' },
});

export const pledgeActor = actor({ name: 'pledge', store: pledgeStore, missing: 'PLEDGE_NOT_FOUND' });

/** All that clients see of a pledge: not the facts behind it. */
const SHOWN = `id, campaign_id, donor_id, donor, amount, fee_cover, currency, message, message_hidden, anonymous, status, captured_amount,
  refunded_amount, charged_back_amount, refunds, resolution, offline, subscription_id, period, created_at, expires_at, version`;

/** The rule's `isCounted`, for sums. */
export const COUNTED = `(status not in ('CANCELLED', 'EXPIRED') and resolution is distinct from 'refused'
  and (captured_amount = amount or resolution is not distinct from 'accepted'))`;

export const shown = ({
  facts: _facts,
  withdrawn_at: _withdrawn,
  guest_id: _guest,
  erased_at: _erased,
  ...pledge
}: PledgeState): Pledge => pledge;

/** As the campaign's owner sees a pledge: not who gave, where that is to stay unknown. */
export const seenByOwner = <P extends Pick<Pledge, 'anonymous' | 'donor'>>(pledge: P) =>
  pledge.anonymous ? { ...pledge, donor_id: null, donor: null } : pledge;

type Transition = Result<'pledges.get'>['transitions'][number];

/** A pledge and its history, oldest first: that it was made stands in its own row. Beside it, what says whose it is. */
export async function findPledge(
  db: Database,
  id: string,
): Promise<{ pledge: Pledge & { transitions: Transition[] }; owned: Owned } | undefined> {
  const { rows } = await db.query<Pledge & Owned>({
    name: 'pledges.get',
    text: `select ${SHOWN}, guest_id, erased_at from pledges where id = $1`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { guest_id, erased_at, ...pledge } = row;
  const { rows: transitions } = await db.query<Transition>({
    name: 'pledges.history',
    text: `select from_status "from", to_status "to", trigger, command_id message_id, at
      from transitions where key = $1 order by seq`,
    values: [id],
  });
  const founded = {
    from: null,
    ...beginningOf(pledge),
    message_id: null,
    at: pledge.created_at,
  } as const;
  return {
    pledge: { ...pledge, transitions: [founded, ...transitions] },
    owned: { donor_id: pledge.donor_id, guest_id, erased_at },
  };
}

const beginningOf = ({ offline }: Pledge) =>
  offline
    ? ({ to: 'COMPLETED', trigger: 'pledges.record_offline_gift' } as const)
    : ({ to: 'PENDING', trigger: 'pledges.create' } as const);

interface Wanted {
  /** Of everyone where both are null. */
  donor_id: string | null;
  campaign_id: string | null;
  status: string | null;
  before: string | null;
  limit: number;
}

/** Pledges, newest first: those before `before`. */
export async function listPledges(
  db: Database,
  { donor_id, campaign_id, status, before, limit }: Wanted,
): Promise<Pledge[]> {
  const { rows } = await db.query<Pledge>({
    name: planned('pledges.list'),
    text: `select ${SHOWN} from pledges
      where ($1::uuid is null or donor_id = $1) and ($2::uuid is null or campaign_id = $2)
        and ($3::text is null or status = $3) and ($4::uuid is null or id < $4)
      order by id desc limit $5`,
    values: [donor_id, campaign_id, status, before, limit],
  });
  return rows;
}

interface PledgesOf {
  campaign_id: string;
  statuses: Pledge['status'][] | null;
  after: string | null;
  limit: number;
}

/** The ids of a campaign's pledges, in their order: those after `after`. */
export async function findPledgesOf(
  db: Database,
  { campaign_id, statuses, after, limit }: PledgesOf,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: planned('pledges.of'),
    text: `select id from pledges where campaign_id = $1 and ($2::text[] is null or status = any($2))
      and ($3::uuid is null or id > $3) order by id limit $4`,
    values: [campaign_id, statuses, after, limit],
  });
  return rows.map(({ id }) => id);
}

export async function readFigures(
  db: Database,
  { after = null, limit }: { after?: string | null; limit: number },
): Promise<Result<'pledges.read_figures'>> {
  const { rows } = await db.query<{ read_at: string; data: Result<'pledges.read_figures'>['data'] }>({
    name: planned('pledges.read_figures'),
    text: `select now() read_at, coalesce(json_agg(json_build_object(
        'pledge_id', id, 'campaign_id', campaign_id, 'donor_id', donor_id, 'currency', currency, 'figures', json_build_object(
          'captured_amount', case when ${COUNTED} then captured_amount else 0 end,
          'refunded_amount', case when ${COUNTED} then refunded_amount else 0 end,
          'charged_back_amount', case when ${COUNTED} then charged_back_amount else 0 end,
          'version', version)) order by id), '[]') data
      from (select * from pledges where $1::uuid is null or id > $1 order by id limit $2) p`,
    values: [after, limit],
  });
  return rows[0]!;
}

export async function readSums(
  db: Database,
  { after = null, limit }: { after?: string | null; limit: number },
): Promise<Result<'pledges.read_sums'>['data']> {
  const { rows } = await db.query<Result<'pledges.read_sums'>['data'][number]>({
    name: planned('pledges.read_sums'),
    text: `select campaign_id, count(*) pledges,
        coalesce(sum(captured_amount - refunded_amount - charged_back_amount) filter (where ${COUNTED}), 0)::bigint total,
        coalesce(sum(captured_amount - refunded_amount) filter (where offline is not null), 0)::bigint offline_total,
        coalesce(sum(refunded_amount) filter (where ${COUNTED}), 0)::bigint refunded,
        count(distinct donor_id) filter (where ${COUNTED} and captured_amount > 0) donors
      from pledges where campaign_id in
        (select distinct campaign_id from pledges where $1::uuid is null or campaign_id > $1 order by 1 limit $2)
      group by campaign_id order by campaign_id`,
    values: [after, limit],
  });
  return rows;
}
