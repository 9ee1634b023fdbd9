import { settingsOf } from '#lib/broker';
import { isTransient } from '#lib/errors';
import type { Broker, Delivery } from '#lib/service';
import { world } from '#lib/world';
import type { Heard } from '#mixins/inbox';
import type { Client } from 'pg';
import type { Bus, OutboxRow } from './bus.ts';
import { countKept, findDue, settle, takeOver, type Kept } from './deliveries.ts';

// A hearer that is away is asked again as often as this; that is no attempt of any message.
const AWAY_MS = 200;
// What is kept is looked for at its time, and as often as this: an earlier relay may have set that time, or somebody by hand.
const LOOKS_MS = 1000;

/** What came of handing rows to a hearer: those that it failed on, and those that must wait. */
interface Outcome<R> {
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
 * they have committed. What a hearer has not taken is kept for it: one that failed is tried again after each of
 * `delays_ms`, then it is a dead letter at the hearer; those of its key behind it wait, other keys pass. A hearer
 * that is away, or too busy, makes its own messages wait and nobody else's.
 */
export class DirectBus implements Bus {
  #house: Direct;
  /** How many messages of a key are kept for a hearer: what comes behind them is kept as well. */
  #kept = new Map<string, Map<string, number>>();
  /** When to ask again who was away: until then nothing else is handed to them either. */
  #away_until_ms = new Map<string, number>();
  /** When to look for what is kept for a hearer: times to come, and those at which no look has begun yet. */
  #due_ms = new Map<string, Set<number>>();
  #looked_ms = new Map<string, number>();
  /** Retries under way: a hearer that is slow to answer holds up nobody else. */
  #retrying = new Map<string, Promise<void>>();

  constructor(house: Direct) {
    this.#house = house;
  }

  async resume(db: Client): Promise<void> {
    await this.rest();
    this.#kept.clear();
    this.#due_ms.clear();
    this.#looked_ms.clear();
    for (const { hearer, key, count } of await countKept(db)) this.#count(hearer, key, count);
  }

  async carry(db: Client, rows: OutboxRow[]): Promise<void> {
    const hearers = [...new Set(rows.flatMap(({ name }) => this.#subscribersOf(name)))];
    const kept = await Promise.all(hearers.map((hearer) => this.#carryTo(hearer, rows)));
    await takeOver(db, rows, kept.flat());
    for (const { hearer, row, in_ms } of kept.flat()) {
      this.#count(hearer, row.key, 1);
      this.#lookIn(in_ms, hearer);
    }
  }

  sweep(db: Client, wake: () => void): number {
    const now_ms = world.nowMs();
    let next_ms = Infinity;
    for (const [hearer, keys] of this.#kept) {
      if (keys.size === 0 || this.#retrying.has(hearer)) continue;
      const in_ms = this.#nextLook(hearer) - now_ms;
      if (in_ms > 0) next_ms = Math.min(next_ms, in_ms);
      else this.#retrying.set(hearer, this.#retryAndWake(db, hearer, wake));
    }
    return next_ms;
  }

  async rest(): Promise<void> {
    await Promise.all(this.#retrying.values());
  }

  async #retryAndWake(db: Client, hearer: string, wake: () => void): Promise<void> {
    const began_ms = world.nowMs();
    this.#looked_ms.set(hearer, began_ms);
    this.#due_ms.set(hearer, new Set([...this.#timesOf(hearer)].filter((due_ms) => due_ms > began_ms)));
    try {
      await this.#retry(db, hearer);
    } catch (error) {
      this.#house.warn(`What is kept for ${hearer} was not tried`, error);
      this.#lookIn(AWAY_MS, hearer);
    } finally {
      this.#retrying.delete(hearer);
      wake();
    }
  }

  #nextLook(hearer: string): number {
    const next_ms = Math.min((this.#looked_ms.get(hearer) ?? 0) + LOOKS_MS, ...this.#timesOf(hearer));
    return Math.max(next_ms, this.#away_until_ms.get(hearer) ?? 0);
  }

  #timesOf = (hearer: string) => this.#due_ms.get(hearer) ?? new Set<number>();

  #lookIn(in_ms: number, hearer: string): void {
    this.#due_ms.set(hearer, this.#timesOf(hearer).add(world.nowMs() + in_ms));
  }

  /** Hands a hearer what is its own; returns what is to be kept for it. */
  async #carryTo(hearer: string, rows: OutboxRow[]) {
    const mine = rows.filter(({ name }) => this.#subscribersOf(name).includes(hearer));
    const isBehind = ({ key }: OutboxRow) =>
      this.#away_until_ms.has(hearer) || this.#kept.get(hearer)?.has(key);
    const behind = mine.filter(isBehind);
    const { failed, waiting } = await this.#hand(
      hearer,
      mine.filter((row) => !behind.includes(row)),
    );
    const first_ms = this.#house.delays_ms[0] ?? 0;
    return [
      ...failed.map(({ row }) => ({ hearer, row, attempts: 1, in_ms: first_ms })),
      ...[...waiting, ...behind].map((row) => ({ hearer, row, attempts: 0, in_ms: 0 })),
    ];
  }

  async #retry(db: Client, hearer: string): Promise<void> {
    const rows = await findDue(db, hearer);
    if (rows.length === 0) return;
    const { failed, waiting } = await this.#hand(hearer, rows);
    const again = failed.flatMap(({ row: { seq, attempts } }) => {
      const in_ms = this.#house.delays_ms[attempts];
      return in_ms === undefined ? [] : [{ seq, in_ms }];
    });
    const staying = new Set([...again, ...waiting].map(({ seq }) => seq));
    for (const { row, error } of failed.filter(({ row }) => !staying.has(row.seq))) {
      // Buried at the hearer before it is forgotten here; should that fail, it is tried once more.
      if (!(await this.#bury(hearer, row, error))) staying.add(row.seq);
    }
    const gone = rows.filter(({ seq }) => !staying.has(seq));
    await settle(db, hearer, gone, again);
    for (const { key } of gone) this.#count(hearer, key, -1);
    for (const { in_ms } of again) this.#lookIn(in_ms, hearer);
    if (staying.size > again.length) this.#lookIn(AWAY_MS, hearer);
    // There may be more than were read, or what came behind them meanwhile.
    if (gone.length > 0 || again.length > 0) this.#lookIn(0, hearer);
  }

  async #hand<R extends OutboxRow>(hearer: string, rows: R[]): Promise<Outcome<R>> {
    if (rows.length === 0) return { failed: [], waiting: [] };
    const { broker, warn } = this.#house;
    try {
      const heard = await broker.call<Heard, object>(`${hearer}.hear`, { deliveries: rows.map(delivery) });
      const errors = new Map(heard.failed.map(({ id, error }) => [id, error]));
      const late = new Set(heard.waiting);
      for (const { id, error } of heard.failed) warn(`${hearer} failed on message ${id}`, error);
      // Not one was taken or failed: it is not this or that message, but the hearer.
      if (late.size === rows.length) this.#isUnavailable(hearer);
      else this.#away_until_ms.delete(hearer);
      return {
        failed: rows.filter(({ id }) => errors.has(id)).map((row) => ({ row, error: errors.get(row.id)! })),
        waiting: rows.filter(({ id }) => late.has(id)),
      };
    } catch (error) {
      if (!isTransient(error)) warn(`${hearer} can't hear`, error);
      this.#isUnavailable(hearer);
      return { failed: [], waiting: rows };
    }
  }

  async #bury(hearer: string, row: Kept, error: string): Promise<boolean> {
    const { broker, warn } = this.#house;
    const letter = { delivery: delivery(row), error, attempts: row.attempts + 1 };
    try {
      await broker.call(`${hearer}.bury`, letter);
      return true;
    } catch (failure) {
      warn(`${hearer} can't keep a dead letter`, failure);
      this.#isUnavailable(hearer);
      return false;
    }
  }

  #subscribersOf(message: string): string[] {
    return settingsOf(this.#house.broker).subscribers?.[message] ?? [];
  }

  #isUnavailable(hearer: string): void {
    this.#away_until_ms.set(hearer, world.nowMs() + AWAY_MS);
  }

  #count(hearer: string, key: string, change: number): void {
    const keys = this.#kept.get(hearer) ?? new Map<string, number>();
    this.#kept.set(hearer, keys);
    const left = (keys.get(key) ?? 0) + change;
    if (left > 0) keys.set(key, left);
    else keys.delete(key);
  }
}

const delivery = ({ id, name, key, payload, at, cause, by }: OutboxRow): Delivery => ({
  ...{ id, name, key, payload, at, cause, by },
});
