// The only file that knows how pledges are kept.
import type { Pledge, Result } from '#contracts';
import type { Database } from '#lib/database';
import { table } from '#mixins/actors';
import type { PledgeState } from './pledge.ts';

export const pledgeStore = table<PledgeState>({
  name: 'pledges',
  changing: ['captured_amount', 'refunded_amount', 'charged_back_amount', 'facts'],
});

/** All that clients see of a pledge: not the facts behind it. */
const SHOWN = `id, campaign_id, donor_id, amount, currency, message, anonymous, status, captured_amount, refunded_amount,
  charged_back_amount, created_at, expires_at, version`;

export const shown = ({ facts: _facts, ...pledge }: PledgeState): Pledge => pledge;

type Transition = Result<'pledges.get'>['transitions'][number];

/** A pledge and its history, oldest first: that it was made stands in its own row. */
export async function findPledge(db: Database, id: string): Promise<Result<'pledges.get'> | undefined> {
  const { rows } = await db.query<Pledge>({
    name: 'pledges.get',
    text: `select ${SHOWN} from pledges where id = $1`,
    values: [id],
  });
  const pledge = rows[0];
  if (!pledge) return undefined;
  const { rows: transitions } = await db.query<Transition>({
    name: 'pledges.history',
    text: `select from_status "from", to_status "to", cause, command_id message_id, at
      from transitions where key = $1 order by seq`,
    values: [id],
  });
  const founded = {
    from: null,
    to: 'PENDING',
    cause: 'pledges.create',
    message_id: null,
    at: pledge.created_at,
  } as const;
  return { ...pledge, transitions: [founded, ...transitions] };
}

/** Pledges of `donor_id`, or of everyone, newest first: those before `before`. */
export async function listPledges(
  db: Database,
  { donor_id, before, limit }: { donor_id: string | null; before: string | null; limit: number },
): Promise<Pledge[]> {
  const { rows } = await db.query<Pledge>({
    name: 'pledges.list',
    text: `select ${SHOWN} from pledges
      where ($1::uuid is null or donor_id = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
    values: [donor_id, before, limit],
  });
  return rows;
}
