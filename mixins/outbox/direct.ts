import { settingsOf } from '#lib/broker';
import { isTransient } from '#lib/errors';
import type { Broker, Delivery } from '#lib/service';
import { world } from '#lib/world';
import type { DeliveryOutcome } from '#mixins/inbox';
import type { Client } from 'pg';
import type { Bus, OutboxRow } from './bus.ts';
import { countPending, findDue, acknowledge, takeOver, type Pending } from './deliveries.ts';

// How often an unavailable consumer is called again; that is no attempt of any message.
const UNAVAILABLE_MS = 200;
// Pending deliveries are looked for when they are due, and this often: an earlier relay or an operator may have set the time.
const POLL_MS = 1000;

/** The outcome of handing rows to a consumer: those that failed, and those that must wait. */
interface Handed<R> {
  failed: { row: R; error: string }[];
  waiting: R[];
}

interface Direct {
  broker: Broker;
  /** Delays before each further attempt; after the last one a message becomes a dead letter. */
  delays_ms: readonly number[];
  warn(what: string, error: unknown): void;
}

/**
 * The bus of one process without NATS: hands each message to its subscribers, and waits until they have committed. A
 * message that a consumer fails on is retried after each of `delays_ms`, then it is a dead letter at the consumer; the
 * later ones of its key wait, other keys pass. A consumer that is unavailable, or too busy, delays its own messages and
 * nobody else's.
 */
export class DirectBus implements Bus {
  #deps: Direct;
  /** How many deliveries are pending, by consumer and key: later messages of the key wait behind them. */
  #pending = new Map<string, Map<string, number>>();
  /** When to call an unavailable consumer again: until then its new messages wait as well. */
  #unavailable_until_ms = new Map<string, number>();
  /** When to look for a consumer's pending deliveries; a time is removed when a look begins. */
  #due_ms = new Map<string, Set<number>>();
  #looked_ms = new Map<string, number>();
  /** Retries under way: a consumer that answers slowly holds up nobody else. */
  #retrying = new Map<string, Promise<void>>();

  constructor(deps: Direct) {
    this.#deps = deps;
  }

  async resume(db: Client): Promise<void> {
    await this.rest();
    this.#pending.clear();
    this.#due_ms.clear();
    this.#looked_ms.clear();
    for (const { consumer, key, count } of await countPending(db)) this.#count(consumer, key, count);
  }

  async carry(db: Client, rows: OutboxRow[]): Promise<void> {
    const consumers = [...new Set(rows.flatMap(({ name }) => this.#subscribersOf(name)))];
    const pending = await Promise.all(consumers.map((consumer) => this.#carryTo(consumer, rows)));
    await takeOver(db, rows, pending.flat());
    for (const { consumer, row, in_ms } of pending.flat()) {
      this.#count(consumer, row.key, 1);
      this.#lookIn(in_ms, consumer);
    }
  }

  sweep(db: Client, wake: () => void): number {
    const now_ms = world.nowMs();
    let next_ms = Infinity;
    for (const [consumer, keys] of this.#pending) {
      if (keys.size === 0 || this.#retrying.has(consumer)) continue;
      const in_ms = this.#nextLook(consumer) - now_ms;
      if (in_ms > 0) next_ms = Math.min(next_ms, in_ms);
      else this.#retrying.set(consumer, this.#retryAndWake(db, consumer, wake));
    }
    return next_ms;
  }

  async rest(): Promise<void> {
    await Promise.all(this.#retrying.values());
  }

  async #retryAndWake(db: Client, consumer: string, wake: () => void): Promise<void> {
    const began_ms = world.nowMs();
    this.#looked_ms.set(consumer, began_ms);
    this.#due_ms.set(consumer, new Set([...this.#timesOf(consumer)].filter((due_ms) => due_ms > began_ms)));
    try {
      await this.#retry(db, consumer);
    } catch (error) {
      this.#deps.warn(`The pending deliveries of ${consumer} were not retried`, error);
      this.#lookIn(UNAVAILABLE_MS, consumer);
    } finally {
      this.#retrying.delete(consumer);
      wake();
    }
  }

  #nextLook(consumer: string): number {
    const next_ms = Math.min((this.#looked_ms.get(consumer) ?? 0) + POLL_MS, ...this.#timesOf(consumer));
    return Math.max(next_ms, this.#unavailable_until_ms.get(consumer) ?? 0);
  }

  #timesOf = (consumer: string) => this.#due_ms.get(consumer) ?? new Set<number>();

  #lookIn(in_ms: number, consumer: string): void {
    this.#due_ms.set(consumer, this.#timesOf(consumer).add(world.nowMs() + in_ms));
  }

  /** Hands a consumer its messages; returns those that stay pending. */
  async #carryTo(consumer: string, rows: OutboxRow[]) {
    const mine = rows.filter(({ name }) => this.#subscribersOf(name).includes(consumer));
    const isBehind = ({ key }: OutboxRow) =>
      this.#unavailable_until_ms.has(consumer) || this.#pending.get(consumer)?.has(key);
    const behind = mine.filter(isBehind);
    const { failed, waiting } = await this.#hand(
      consumer,
      mine.filter((row) => !behind.includes(row)),
    );
    const first_ms = this.#deps.delays_ms[0] ?? 0;
    return [
      ...failed.map(({ row }) => ({ consumer, row, attempts: 1, in_ms: first_ms })),
      ...[...waiting, ...behind].map((row) => ({ consumer, row, attempts: 0, in_ms: 0 })),
    ];
  }

  async #retry(db: Client, consumer: string): Promise<void> {
    const rows = await findDue(db, consumer);
    if (rows.length === 0) return;
    const { failed, waiting } = await this.#hand(consumer, rows);
    const again = failed.flatMap(({ row: { seq, attempts } }) => {
      const in_ms = this.#deps.delays_ms[attempts];
      return in_ms === undefined ? [] : [{ seq, in_ms }];
    });
    const staying = new Set([...again, ...waiting].map(({ seq }) => seq));
    for (const { row, error } of failed.filter(({ row }) => !staying.has(row.seq))) {
      // Stored at the consumer before it is deleted here; should that fail, it is retried.
      if (!(await this.#deadLetter(consumer, row, error))) staying.add(row.seq);
    }
    const gone = rows.filter(({ seq }) => !staying.has(seq));
    await acknowledge(db, consumer, gone, again);
    for (const { key } of gone) this.#count(consumer, key, -1);
    for (const { in_ms } of again) this.#lookIn(in_ms, consumer);
    if (staying.size > again.length) this.#lookIn(UNAVAILABLE_MS, consumer);
    // There may be more than were read, or later messages of these keys.
    if (gone.length > 0 || again.length > 0) this.#lookIn(0, consumer);
  }

  async #hand<R extends OutboxRow>(consumer: string, rows: R[]): Promise<Handed<R>> {
    if (rows.length === 0) return { failed: [], waiting: [] };
    const { broker, warn } = this.#deps;
    try {
      const outcome = await broker.call<DeliveryOutcome, object>(`${consumer}.deliver`, {
        deliveries: rows.map(delivery),
      });
      const errors = new Map(outcome.failed.map(({ id, error }) => [id, error]));
      const late = new Set(outcome.waiting);
      for (const { id, error } of outcome.failed) warn(`${consumer} failed on message ${id}`, error);
      // None was handled and none failed: the consumer itself is unavailable.
      if (late.size === rows.length) this.#isUnavailable(consumer);
      else this.#unavailable_until_ms.delete(consumer);
      return {
        failed: rows.filter(({ id }) => errors.has(id)).map((row) => ({ row, error: errors.get(row.id)! })),
        waiting: rows.filter(({ id }) => late.has(id)),
      };
    } catch (error) {
      if (!isTransient(error)) warn(`${consumer} can't receive messages`, error);
      this.#isUnavailable(consumer);
      return { failed: [], waiting: rows };
    }
  }

  async #deadLetter(consumer: string, row: Pending, error: string): Promise<boolean> {
    const { broker, warn } = this.#deps;
    const request = { delivery: delivery(row), error, attempts: row.attempts + 1 };
    try {
      await broker.call(`${consumer}.deadLetter`, request);
      return true;
    } catch (failure) {
      warn(`${consumer} can't store a dead letter`, failure);
      this.#isUnavailable(consumer);
      return false;
    }
  }

  #subscribersOf(message: string): string[] {
    return settingsOf(this.#deps.broker).subscribers?.[message] ?? [];
  }

  #isUnavailable(consumer: string): void {
    this.#unavailable_until_ms.set(consumer, world.nowMs() + UNAVAILABLE_MS);
  }

  #count(consumer: string, key: string, change: number): void {
    const keys = this.#pending.get(consumer) ?? new Map<string, number>();
    this.#pending.set(consumer, keys);
    const left = (keys.get(key) ?? 0) + change;
    if (left > 0) keys.set(key, left);
    else keys.delete(key);
  }
}

const delivery = ({ seq: _seq, ...row }: OutboxRow): Delivery => row;
