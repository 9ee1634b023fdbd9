// The only file that knows how timers are stored. Postgres' clock says what is due: nodes' clocks may differ.
import { planned, type Database } from '#lib/database';
import type { TimerName, TimerPayload } from '#contracts';
import type { StoredTimer } from '#lib/service';
import type { Instant } from '#lib/world';

/** A timer that this node fires: no other node does before `leased_until`. */
export interface Leased extends StoredTimer {
  leased_until: string;
}

/** What becomes of a timer after it fired: it is deleted, due again, or retried. */
export type Ended =
  | { timer: Leased; then: 'forget' }
  | { timer: Leased; then: 'repeat'; in_ms: number }
  | { timer: Leased; then: 'retry'; in_ms: number; error: string | null };

// Longer than any effect that ends within a caller's 10 s; timers that a dead node leased are late by this at most.
const LEASE = `interval '30 s'`;

/** Schedules a timer in the caller's transaction; it replaces an earlier one with the same name and key. */
export async function schedule<N extends TimerName>(
  db: Database,
  { name, key, due_at, payload }: { name: N; key: string; due_at: Instant; payload: TimerPayload<N> },
): Promise<void> {
  await db.query({
    name: planned('timers.schedule'),
    text: `insert into timers (name, key, due_at, payload) values ($1, $2, $3, $4)
      on conflict (name, key) do update
      set due_at = excluded.due_at, payload = excluded.payload, attempts = 0, error = null, leased_until = null`,
    values: [name, key, due_at, JSON.stringify(payload)],
  });
}

/** The same, unless one with this name and key waits already: that one keeps its time and its attempts. */
export async function scheduleOnce<N extends TimerName>(
  db: Database,
  { name, key, due_at, payload }: { name: N; key: string; due_at: Instant; payload: TimerPayload<N> },
): Promise<void> {
  await db.query({
    name: planned('timers.schedule_once'),
    text: `insert into timers (name, key, due_at, payload) values ($1, $2, $3, $4)
      on conflict (name, key) do nothing`,
    values: [name, key, due_at, JSON.stringify(payload)],
  });
}

interface Scheduled {
  name: TimerName;
  key: string;
}

/** Takes a timer back in the caller's transaction; one that fires already may still have its effect. */
export async function unschedule(db: Database, { name, key }: Scheduled): Promise<void> {
  await db.query({
    name: planned('timers.unschedule'),
    text: 'delete from timers where name = $1 and key = $2',
    values: [name, key],
  });
}

/** Whether a timer still is to fire at this time: one that fires may have been taken back, or scheduled anew, since. */
export async function isScheduled(
  db: Database,
  { name, key, due_at }: Scheduled & { due_at: Instant },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: planned('timers.is_scheduled'),
    text: 'select from timers where name = $1 and key = $2 and due_at = $3',
    values: [name, key, due_at],
  });
  return rowCount === 1;
}

/** Creates the repeating timers that are missing; the others keep their time. */
export async function ensureRepeating(db: Database, names: string[]): Promise<void> {
  await db.query(
    `insert into timers (name, key, due_at, payload) select name, '', now(), '{}' from unnest($1::text[]) name
     order by name on conflict (name, key) do nothing`,
    [names],
  );
}

/** Leases due timers, the oldest first, of each name no more than there is room for. Waits for no lock. */
export async function lease(db: Database, rooms: { name: string; room: number }[]): Promise<Leased[]> {
  const { rows } = await db.query<Leased>({
    name: planned('timers.lease'),
    text: `with due as materialized (
        select due.name, due.key from json_to_recordset($1) as r(name text, room int) cross join lateral (
          select name, key from timers
          where name = r.name and greatest(due_at, leased_until) <= now()
          order by greatest(due_at, leased_until) limit r.room for update skip locked) due)
      update timers t set leased_until = now() + ${LEASE} from due where t.name = due.name and t.key = due.key
      returning t.name, t.key, t.due_at, t.payload, t.attempts, t.leased_until`,
    values: [JSON.stringify(rooms)],
  });
  return rows.sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
}

/** In how many ms a timer of these names is due, or its lease runs out; `longest_ms` at most. */
export async function nextDue(db: Database, names: string[], longest_ms: number): Promise<number> {
  const { rows } = await db.query<{ next_ms: number }>({
    name: planned('timers.next'),
    text: `select least(ceil(extract(epoch from min(at) - now()) * 1000), $2)::int next_ms
      from unnest($1::text[]) n(name) cross join lateral (
        select greatest(due_at, leased_until) at from timers where name = n.name
        order by greatest(due_at, leased_until) limit 1) first`,
    values: [names, longest_ms],
  });
  return rows[0]!.next_ms;
}

/**
 * Finishes what was fired. One that was scheduled again meanwhile, for whatever time, stays as it is now; so does one that
 * another node fires since, because the lease ran out.
 */
export async function finishTimers(db: Database, ended: Ended[]): Promise<void> {
  const rows = ended.map(({ timer: { name, key, due_at, leased_until }, ...end }) => ({
    name,
    key,
    due_at,
    leased_until,
    ...end,
  }));
  await db.query({
    name: planned('timers.finish'),
    // Locked in the order in which actors save theirs: two orders would deadlock.
    text: `with ended as materialized (
        select e.* from json_to_recordset($1) as e(name text, key text, due_at timestamptz,
          leased_until timestamptz, "then" text, in_ms bigint, error text)
        join timers t on t.name = e.name and t.key = e.key and t.due_at = e.due_at and t.leased_until = e.leased_until
        order by (t.name || ' ' || t.key) collate "C" for update of t),
      forgotten as (
        delete from timers t using ended e where t.name = e.name and t.key = e.key and "then" = 'forget'),
      repeated as (
        update timers t set due_at = now() + in_ms * interval '1 ms', attempts = 0, error = null, leased_until = null
        from ended e where t.name = e.name and t.key = e.key and "then" = 'repeat')
      update timers t set leased_until = now() + in_ms * interval '1 ms',
        attempts = attempts + case when e.error is null then 0 else 1 end, error = coalesce(e.error, t.error)
      from ended e where t.name = e.name and t.key = e.key and "then" = 'retry'`,
    values: [JSON.stringify(rows)],
  });
}

/** The names of due timers that are not among `names`. */
export async function findUnhandled(db: Database, names: string[]): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    'select distinct name from timers where name <> all($1) and due_at <= now()',
    [names],
  );
  return rows.map(({ name }) => name);
}
