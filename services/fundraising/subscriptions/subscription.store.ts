// The only file that knows how subscriptions are kept.
import type { Result, GiftSubscription } from '#contracts';
import { planned, type Database } from '#lib/database';
import { fail } from '#lib/errors';
import { actor, table } from '#mixins/actors';
import type { SubscriptionState } from './subscription-state.rules.ts';

const subscriptionStore = table<SubscriptionState>({
  name: 'subscriptions',
  changing: [
    'donor_id',
    'donor',
    'message',
    'anonymous',
    'period',
    'attempt',
    'pledge_id',
    'outcome',
    'begun_at',
    'due_at',
    'retry_at',
    'paused_by',
    'ended_by',
  ],
});

export const subscriptionActor = actor({
  name: 'subscription',
  store: subscriptionStore,
  missing: 'SUBSCRIPTION_NOT_FOUND',
});

/** All that clients see of a subscription: not its mandate, which whoever knows it may use. */
const SHOWN = `id, campaign_id, donor_id, donor, amount, currency, interval, message, anonymous, status, period, attempt,
  pledge_id, due_at, retry_at, paused_by, ended_by, created_at, version`;

export function shown(subscription: SubscriptionState): GiftSubscription {
  const { mandate_id: _mandate, outcome: _outcome, begun_at: _at, ...seen } = subscription;
  return seen;
}

/** As the campaign's owner sees it: not who gives, where that is to stay unknown. */
export const seenByOwner = (subscription: GiftSubscription): GiftSubscription =>
  subscription.anonymous ? { ...subscription, donor_id: null, donor: null } : subscription;

/** Throws SUBSCRIPTION_NOT_FOUND. */
export async function subscriptionOf(db: Database, id: string): Promise<SubscriptionState> {
  const [subscription] = await subscriptionStore.load(db, [id], false);
  if (!subscription) throw fail('SUBSCRIPTION_NOT_FOUND', { id });
  return subscription;
}

interface Wanted {
  /** Of everyone where both are null. */
  donor_id: string | null;
  campaign_id: string | null;
  status: string | null;
  before: string | null;
  limit: number;
}

/** Subscriptions, newest first: those before `before`. */
export async function listSubscriptions(
  db: Database,
  { donor_id, campaign_id, status, before, limit }: Wanted,
): Promise<Result<'subscriptions.list'>['data']> {
  const { rows } = await db.query<GiftSubscription>({
    name: planned('subscriptions.list'),
    text: `select ${SHOWN} from subscriptions
      where ($1::uuid is null or donor_id = $1) and ($2::uuid is null or campaign_id = $2)
        and ($3::text is null or status = $3) and ($4::uuid is null or id < $4)
      order by id desc limit $5`,
    values: [donor_id, campaign_id, status, before, limit],
  });
  return rows;
}

interface Live {
  after: string | null;
  limit: number;
}

/** The ids of a campaign's subscriptions that have not ended, in their order: those after `after`. */
export const findLiveOf = (db: Database, { campaign_id, ...page }: Live & { campaign_id: string }) =>
  findLive(db, 'campaign_id', campaign_id, page);

/** The same of a donor's. */
export const findLiveOfDonor = (db: Database, { donor_id, ...page }: Live & { donor_id: string }) =>
  findLive(db, 'donor_id', donor_id, page);

async function findLive(
  db: Database,
  column: 'campaign_id' | 'donor_id',
  of: string,
  { after, limit }: Live,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: planned(`subscriptions.of ${column}`),
    text: `select id from subscriptions where ${column} = $1 and ($2::uuid is null or id > $2)
        and status in ('PENDING', 'ACTIVE', 'PAUSED', 'PAST_DUE') order by id limit $3`,
    values: [of, after, limit],
  });
  return rows.map(({ id }) => id);
}

/** The mandates of subscriptions that are charged, by subscription: those after `after`, or these. */
export async function findMandates(
  db: Database,
  { after = null, ids = null, limit }: { after?: string | null; ids?: string[] | null; limit: number },
): Promise<{ id: string; mandate_id: string }[]> {
  const { rows } = await db.query<{ id: string; mandate_id: string }>({
    name: planned('subscriptions.mandates'),
    text: `select id, mandate_id from subscriptions
      where status in ('ACTIVE', 'PAST_DUE') and ($1::uuid is null or id > $1) and ($2::uuid[] is null or id = any($2))
      order by id limit $3`,
    values: [after, ids, limit],
  });
  return rows;
}
