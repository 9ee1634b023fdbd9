// The only file that knows how revocations are kept for those who poll them.
import type { Result } from '#contracts';
import type { Database } from '#lib/database';
import type { Instant } from '#lib/world';

export interface Revocation {
  kind: 'login_session' | 'access_token' | 'user';
  subject: string;
}

/**
 * Adds to the feed, in the transaction that revokes: as its last step, since others that revoke wait until it ends. So numbers are in the
 * order of commits, and who polls misses none.
 */
export async function insertRevocations(tx: Database, revoked: Revocation[], at: Instant): Promise<void> {
  if (revoked.length === 0) return;
  await tx.query({
    name: 'revocations.insert',
    text: `with counted as (update revocation_counter set last = last + $3 returning last)
      insert into revocations (seq, kind, subject, at)
      select last - $3 + n, kind, subject, $2 from counted, json_to_recordset($1) as r(n bigint, kind text, subject uuid)`,
    values: [JSON.stringify(revoked.map((each, i) => ({ n: i + 1, ...each }))), at, revoked.length],
  });
}

type Feed = Result<'auth.revocations'>;

// Longer than an access token lives.
const MATTERS = `interval '20 minutes'`;

/** What came after `since`; null, or where that is not kept any more: all that may still matter. */
export async function findRevocations(db: Database, since: number | null): Promise<Feed> {
  const { rows } = await db.query<Feed>({
    name: 'revocations.find',
    text: `with asked as (
        select last, $1::bigint is not null and not ($1 <= last and $1 >= coalesce((select min(seq) - 1 from revocations), last)) reset
        from revocation_counter
      ), found as (
        select r.* from revocations r, asked
        where case when $1::bigint is null or reset then at > now() - ${MATTERS} else seq > $1 end
      )
      select last seq, reset,
        (select coalesce(json_agg(json_build_object('id', subject) order by seq), '[]')
          from found where kind = 'login_session') login_sessions,
        (select coalesce(json_agg(json_build_object('id', subject) order by seq), '[]')
          from found where kind = 'access_token') access_tokens,
        (select coalesce(json_agg(json_build_object('id', subject,
            'before', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by seq), '[]')
          from found where kind = 'user') users
      from asked`,
    values: [since],
  });
  return rows[0]!;
}
