import { settingsOf } from '#lib/broker';
import { isTransient } from '#lib/errors';
import type { Broker, Delivery } from '#lib/service';
import { world } from '#lib/world';
import type { DeliveryOutcome } from '#mixins/inbox';
import type { Client } from 'pg';
import type { Bus, OutboxRow } from './bus.ts';
import { countPending, findDue, acknowledge, takeOver, type Pending } from './deliveries.ts';

// A consumer that is unavailable is asked again as often as this; that is no attempt of any message.
const UNAVAILABLE_MS = 200;
// What is kept is looked for at its time, and as often as this: an earlier relay may have set that time, or somebody by hand.
const LOOKS_MS = 1000;

/** What came of handing rows to a consumer: those that it failed on, and those that must wait. */
interface Handed<R> {
  failed: { row: R; error: string }[];
  waiting: R[];
}

interface Direct {
  broker: Broker;
  /** Waits before each further attempt; when there is none left, a message is a dead letter. */
  delays_ms: readonly number[];
  warn(what: string, error: unknown): void;
}

/**
 * The bus of one process without NATS: hands each message to the services that subscribe to it, and waits until
 * they have committed. What a consumer has not taken is kept for it: one that failed is tried again after each of
 * `delays_ms`, then it is a dead letter at the consumer; those of its key behind it wait, other keys pass. A consumer
 * that is away, or too busy, makes its own messages wait and nobody else's.
 */
export class DirectBus implements Bus {
  #deps: Direct;
  /** How many messages of a key are kept for a consumer: what comes behind them is kept as well. */
  #kept = new Map<string, Map<string, number>>();
  /** When to ask again who was away: until then nothing else is handed to them either. */
  #unavailable_until_ms = new Map<string, number>();
  /** When to look for what is kept for a consumer: times to come, and those at which no look has begun yet. */
  #due_ms = new Map<string, Set<number>>();
  #looked_ms = new Map<string, number>();
  /** Retries under way: a consumer that is slow to answer holds up nobody else. */
  #retrying = new Map<string, Promise<void>>();

  constructor(deps: Direct) {
    this.#deps = deps;
  }

  async resume(db: Client): Promise<void> {
    await this.rest();
    this.#kept.clear();
    this.#due_ms.clear();
    this.#looked_ms.clear();
    for (const { consumer, key, count } of await countPending(db)) this.#count(consumer, key, count);
  }

  async carry(db: Client, rows: OutboxRow[]): Promise<void> {
    const consumers = [...new Set(rows.flatMap(({ name }) => this.#subscribersOf(name)))];
    const kept = await Promise.all(consumers.map((consumer) => this.#carryTo(consumer, rows)));
    await takeOver(db, rows, kept.flat());
    for (const { consumer, row, in_ms } of kept.flat()) {
      this.#count(consumer, row.key, 1);
      this.#lookIn(in_ms, consumer);
    }
  }

  sweep(db: Client, wake: () => void): number {
    const now_ms = world.nowMs();
    let next_ms = Infinity;
    for (const [consumer, keys] of this.#kept) {
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
      this.#deps.warn(`What is kept for ${consumer} was not tried`, error);
      this.#lookIn(UNAVAILABLE_MS, consumer);
    } finally {
      this.#retrying.delete(consumer);
      wake();
    }
  }

  #nextLook(consumer: string): number {
    const next_ms = Math.min((this.#looked_ms.get(consumer) ?? 0) + LOOKS_MS, ...this.#timesOf(consumer));
    return Math.max(next_ms, this.#unavailable_until_ms.get(consumer) ?? 0);
  }

  #timesOf = (consumer: string) => this.#due_ms.get(consumer) ?? new Set<number>();

  #lookIn(in_ms: number, consumer: string): void {
    this.#due_ms.set(consumer, this.#timesOf(consumer).add(world.nowMs() + in_ms));
  }

  /** Hands a consumer what is its own; returns what is to be kept for it. */
  async #carryTo(consumer: string, rows: OutboxRow[]) {
    const mine = rows.filter(({ name }) => this.#subscribersOf(name).includes(consumer));
    const isBehind = ({ key }: OutboxRow) =>
      this.#unavailable_until_ms.has(consumer) || this.#kept.get(consumer)?.has(key);
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
      // Kept at the consumer before it is forgotten here; should that fail, it is tried once more.
      if (!(await this.#deadLetter(consumer, row, error))) staying.add(row.seq);
    }
    const gone = rows.filter(({ seq }) => !staying.has(seq));
    await acknowledge(db, consumer, gone, again);
    for (const { key } of gone) this.#count(consumer, key, -1);
    for (const { in_ms } of again) this.#lookIn(in_ms, consumer);
    if (staying.size > again.length) this.#lookIn(UNAVAILABLE_MS, consumer);
    // There may be more than were read, or what came behind them meanwhile.
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
      // Not one was taken or failed: it is not this or that message, but the consumer.
      if (late.size === rows.length) this.#isUnavailable(consumer);
      else this.#unavailable_until_ms.delete(consumer);
      return {
        failed: rows.filter(({ id }) => errors.has(id)).map((row) => ({ row, error: errors.get(row.id)! })),
        waiting: rows.filter(({ id }) => late.has(id)),
      };
    } catch (error) {
      if (!isTransient(error)) warn(`${consumer} can't take messages`, error);
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
      warn(`${consumer} can't keep a dead letter`, failure);
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
    const keys = this.#kept.get(consumer) ?? new Map<string, number>();
    this.#kept.set(consumer, keys);
    const left = (keys.get(key) ?? 0) + change;
    if (left > 0) keys.set(key, left);
    else keys.delete(key);
  }
}

const delivery = ({ seq: _seq, ...row }: OutboxRow): Delivery => row;
