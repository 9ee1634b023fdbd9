// The direct bus's pending deliveries: rows of `deliveries`, in the outbox's order.
import { planned } from '#lib/database';
import type { Client } from 'pg';
import type { OutboxRow } from './bus.ts';

/** A message that a consumer has not handled, after `attempts` failures. */
export interface Pending extends OutboxRow {
  attempts: number;
}

// After an outage of an hour a consumer gets its messages in batches that one call can carry.
const DUE_AT_ONCE = 500;

/** How many deliveries are pending, by consumer and key. */
export async function countPending(db: Client) {
  const { rows } = await db.query<{ consumer: string; key: string; count: number }>(
    'select consumer, key, count(*) from deliveries group by consumer, key',
  );
  return rows;
}

/** A consumer's pending deliveries, in order, without keys whose first waits for its next attempt. */
export async function findDue(db: Client, consumer: string): Promise<Pending[]> {
  const { rows } = await db.query<{ message: OutboxRow; attempts: number }>({
    name: planned('deliveries.due'),
    text: `select message, attempts from deliveries d where consumer = $1 and not exists (
        select from deliveries e where e.consumer = d.consumer and e.key = d.key and e.seq <= d.seq and e.due_at > now())
      order by seq limit $2`,
    values: [consumer, DUE_AT_ONCE],
  });
  return rows.map(({ message, attempts }) => ({ ...message, attempts }));
}

/** In one transaction: `rows` leave the outbox, and `pending` become deliveries, due in `in_ms`. */
export async function takeOver(
  db: Client,
  rows: OutboxRow[],
  pending: { consumer: string; row: OutboxRow; attempts: number; in_ms: number }[],
): Promise<void> {
  const deliveries = pending.map(({ consumer, row, attempts, in_ms }) => ({
    consumer,
    seq: row.seq,
    // As text: JSON that Postgres can store can't always be read out of other JSON.
    message: JSON.stringify(row),
    key: row.key,
    attempts,
    in_ms,
  }));
  await db.query({
    name: planned('deliveries.taken'),
    text: `with pending as (
        insert into deliveries
        select consumer, seq, message::json, key, attempts, now() + in_ms * interval '1 ms'
        from json_to_recordset($1) as k(consumer text, seq bigint, message text, key text, attempts int, in_ms int))
      delete from outbox where seq = any($2::bigint[])`,
    values: [JSON.stringify(deliveries), rows.map(({ seq }) => seq)],
  });
}

/** In one transaction: `gone` are forgotten, `again` have failed once more and are due in `in_ms`. */
export async function acknowledge(
  db: Client,
  consumer: string,
  gone: Pending[],
  again: { seq: number; in_ms: number }[],
): Promise<void> {
  await db.query({
    name: planned('deliveries.settled'),
    text: `with gone as (delete from deliveries where consumer = $1 and seq = any($2::bigint[]))
      update deliveries d set attempts = attempts + 1, due_at = now() + in_ms * interval '1 ms'
      from json_to_recordset($3) as a(seq bigint, in_ms int) where d.consumer = $1 and d.seq = a.seq`,
    values: [consumer, gone.map(({ seq }) => seq), JSON.stringify(again)],
  });
}
