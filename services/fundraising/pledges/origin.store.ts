// The only file that knows how much of what a client may do is used up. One row is a bucket of tokens, full at `full_at`; a
// token is the time that the bucket takes to gain it. So a bucket needs no clock that ticks, and an old row says nothing.
import { planned, type Database } from '#lib/database';

/** Who stays below one declined payment a minute is not held up; who tests stolen cards has ten. */
const DECLINED_AT_ONCE = 10;
const DECLINED_EACH = `interval '60 seconds'`;

export interface Asked {
  origin: string;
  campaign_id: string;
  /** Under which a repetition is in the inbox. */
  command_id: string | null;
  /** Null: nothing is taken, as of who is signed in. */
  guest_pledges_per_minute: number | null;
}

export interface Admitted {
  /** It was done already: nothing was taken. */
  is_repetition: boolean;
  /** Seconds until another pledge may come, where too many payments were declined; null else. */
  declined_s: number | null;
  /** The same, where too many pledges came. */
  pledges_s: number | null;
}

/** Takes a token for a pledge, unless it is a repetition or there is none. One statement: all nodes agree on what is left. */
export async function takeToken(
  db: Database,
  { origin, campaign_id, command_id, guest_pledges_per_minute }: Asked,
): Promise<Admitted> {
  const { rows } = await db.query<Admitted>({
    name: planned('origins.take'),
    text: `with handled as (select from inbox where command_id = $3),
      declined as (select full_at - now() - ${DECLINED_AT_ONCE - 1} * ${DECLINED_EACH} wait
        from buckets where origin = $1 and of = 'declined ' || $2),
      token as (select interval '60 seconds' / nullif($4::int, 0) each),
      wanted as (select each from token where each is not null and not exists (select from handled)
        and not exists (select from declined where wait > interval '0')),
      taken as (insert into buckets as b select $1, 'pledges', now() + each from wanted
        on conflict (origin, of) do update set full_at = greatest(b.full_at, now()) + (select each from wanted)
        where b.full_at <= now() + interval '60 seconds' - (select each from wanted) returning 1),
      -- A bucket that others have just made, and emptied, is refused by, and not seen yet: the least is waited then.
      left_over as (select b.full_at - now() - interval '60 seconds' + each wait
        from wanted left join buckets b on origin = $1 and of = 'pledges' where not exists (select from taken))
      select exists (select from handled) is_repetition,
        (select ceil(extract(epoch from wait))::int from declined where wait > interval '0') declined_s,
        (select greatest(1, ceil(extract(epoch from coalesce(wait, interval '1 s'))))::int from left_over) pledges_s`,
    values: [origin, campaign_id, command_id, guest_pledges_per_minute ?? 0],
  });
  return rows[0]!;
}

/** Counts a payment that was declined against where its pledge came from: once, since the origin is forgotten with it. */
export const countDeclined = `with failed as (select distinct (payload ->> 'pledge_id')::uuid pledge_id, payload ->> 'campaign_id' campaign_id
    from json_to_recordset($1) as m(payload json)),
  origins as (delete from pledge_origins o using failed f where o.pledge_id = f.pledge_id returning origin, campaign_id),
  sums as (select origin, 'declined ' || campaign_id of, count(*) * ${DECLINED_EACH} used from origins group by 1, 2 order by 1, 2)
  insert into buckets as b select origin, of, now() + used from sums
    on conflict (origin, of) do update set full_at = least(greatest(b.full_at, now()) + (excluded.full_at - now()),
      now() + 2 * ${DECLINED_AT_ONCE} * ${DECLINED_EACH})`;

/** A payment is declined within days, or never; a bucket that is full is none. */
export const originRetention = {
  pledge_origins: `created_at < now() - interval '7 days'`,
  buckets: 'full_at < now()',
};
