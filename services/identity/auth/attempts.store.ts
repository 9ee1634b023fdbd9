// The only file that knows how attempts are stored, to be counted.
import { transaction, type Database, type Pool } from '#lib/database';
import { fail } from '#lib/errors';
import { world, type Instant } from '#lib/world';
import { nextAllowed, type Limit } from './attempts.rules.ts';

/**
 * Counts an attempt against all these limits before it is made, so that of many at once no more are than may. Returns what
 * withdraws it, for one that succeeded. Throws ATTEMPTS_TOO_MANY with `retry_after_s`, and counts nothing then.
 */
export async function countAttempt(pool: Pool, limits: Limit[]): Promise<{ withdraw: () => Promise<void> }> {
  const refused_until = await tryAttempt(pool, limits, world.newId());
  if (typeof refused_until === 'string') {
    const wait_ms = Date.parse(refused_until) - world.nowMs();
    throw fail('ATTEMPTS_TOO_MANY', { retry_after_s: Math.max(1, Math.ceil(wait_ms / 1000)) });
  }
  const { id } = refused_until;
  return {
    async withdraw() {
      await pool.query({
        name: 'attempts.withdraw',
        text: 'delete from attempts where id = $1',
        values: [id],
      });
    },
  };
}

/** Until when it is refused; else the attempt, which counts. */
const tryAttempt = (pool: Pool, limits: Limit[], id: string): Promise<Instant | { id: string }> =>
  transaction(pool, async (tx) => {
    const subjects = limits.map(({ subject }) => subject);
    // One after another, in one order for all: of two at once neither would count the other.
    await tx.query(
      'select pg_advisory_xact_lock(hashtextextended(s, 0)) from (select unnest($1::text[]) s order by 1) o',
      [subjects],
    );
    const at = world.now();
    const made = await findAttempts(tx, limits, at);
    const refusals = limits.flatMap((limit) => nextAllowed(limit, made.get(limit.subject) ?? []) ?? []);
    if (refusals.length > 0) return refusals.sort().at(-1)!;
    await tx.query({
      name: 'attempts.insert',
      text: 'insert into attempts (id, subject, at) select $1, s, $3 from unnest($2::uuid[]) s',
      values: [id, subjects, at],
    });
    return { id };
  });

async function findAttempts(tx: Database, limits: Limit[], at: Instant): Promise<Map<string, Instant[]>> {
  const { rows } = await tx.query<{ subject: string; made: Instant[] }>({
    name: 'attempts.find',
    text: `select l.subject, a.made from json_to_recordset($1) as l(subject uuid, within_ms bigint, most int)
      cross join lateral (select coalesce(json_agg(at order by at), '[]') made from (
        select at from attempts where subject = l.subject and at > $2::timestamptz - l.within_ms * interval '1 ms'
        order by at desc limit l.most) newest) a`,
    values: [JSON.stringify(limits), at],
  });
  return new Map(rows.map(({ subject, made }) => [subject, made]));
}
