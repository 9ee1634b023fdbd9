// What a service has still to publish, to deliver and to run, by its own database.
import type { Backlog } from '#contracts';
import type { Database } from '#lib/database';

export type OwnBacklog = Omit<Backlog, 'service'>;

// Nodes' clocks may be ahead of Postgres'. Null where there is nothing: greatest() alone would skip the null.
const ms = (since: string) =>
  `case when ${since} is not null then greatest(0, floor(extract(epoch from now() - ${since}) * 1000))::bigint end`;

/** One statement: its figures are of one moment. The oldest pending delivery of a consumer is found by its place. */
export async function readBacklog(db: Database): Promise<OwnBacklog> {
  const { rows } = await db.query<OwnBacklog>(`
    select waiting, oldest_ms, pending, overdue, most_overdue_ms, (select count(*) from dead_letters) dead_letters
    from (select count(*) waiting, ${ms('min(published_at)')} oldest_ms from outbox) o,
      (select count(*) overdue, ${ms('min(due_at)')} most_overdue_ms from timers where due_at < now()) t,
      (select coalesce(json_agg(k order by consumer), '[]') pending from (
        select consumer, messages, ${ms(`(message ->> 'published_at')::timestamptz`)} oldest_ms
        from (select consumer, count(*) messages, min(seq) seq from deliveries group by consumer) g
          join deliveries using (consumer, seq)) k) l`);
  return rows[0]!;
}
