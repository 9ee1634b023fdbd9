import { isDisconnected, type Database, type Pool } from '#lib/database';
import { isTransient, textOf } from '#lib/errors';
import type { TimerHandler } from '#lib/service';
import { world } from '#lib/world';
import {
  ensureRepeating,
  findUnhandled,
  finishTimers,
  lease,
  nextDue,
  type Ended,
  type Leased,
} from './store.ts';

// A timer due within two minutes wakes every node (migrations/0003). A later one is found by polling this often; the other
// minute is for the transaction that wrote it, whose clock stood still.
const LONGEST_SLEEP_MS = 60_000;
// Due, but locked by a transaction that is about to lease, end or reschedule it.
const LOCKED_MS = 200;
// Timers that end or are scheduled meanwhile share the next statements.
const PAUSE_MS = 10;
// Half a batch of a mailbox: while 5,000 that were due fired, in 1.0 s, a caller was answered within 7 ms (p50), 42 at most.
const AT_ONCE = 256;
// Outside effects call others' systems, which should not get hundreds of calls at once.
const AT_ONCE_OUTSIDE = 16;
const PASSING_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;
const LOOKS_FOR_UNHANDLED_MS = 60_000;

interface Deps {
  db: Pool;
  /** Leases wait for no lock, so they can share the relay's connection: then the pool's connections can be closed. */
  listener: Database;
  handlers: Map<string, TimerHandler>;
  fire(handler: TimerHandler, timer: Leased): Promise<unknown>;
  warn(what: string, error?: unknown): void;
}

/**
 * Fires due timers, many at once, until `signal` aborts; those under way are finished. It sleeps until the next timer is due
 * or the next lease runs out, on whatever node, unless it is woken. Each name has its own room, so that none starves
 * another. A node that dies leaves leases, which run out.
 */
export class TimerWorker {
  #deps: Deps;
  #under_way = new Map<string, Set<Promise<void>>>();
  /** Fired, and not yet recorded in the database. */
  #ended: Ended[] = [];
  #wake = () => {};
  #is_prepared = false;
  #is_disconnected = false;
  #known_unhandled = new Set<string>();
  #looks_at_ms = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Looks for due timers at once. */
  wake(): void {
    this.#wake();
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake(), { once: true });
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      const next_ms = await this.#withDatabase(() => this.#turn());
      await world.sleepUnless(woken, next_ms ?? PASSING_MS);
      await world.sleep(PAUSE_MS);
    }
    await Promise.all([...this.#under_way.values()].flatMap((firing) => [...firing]));
    await this.#withDatabase(() => this.#recordEnded());
  }

  /** Fires what is due; returns in how many ms the next timer is. */
  async #turn(): Promise<number> {
    const { db, listener, handlers } = this.#deps;
    if (!this.#is_prepared)
      await ensureRepeating(
        db,
        namesOf(handlers, ({ each_ms }) => each_ms !== undefined),
      );
    this.#is_prepared = true;
    await this.#recordEnded();
    for (const timer of await lease(listener, this.#rooms())) this.#begin(timer);
    await this.#lookForUnhandled();
    const names = this.#rooms().map(({ name }) => name);
    const next_ms = await nextDue(listener, names, LONGEST_SLEEP_MS);
    return next_ms > 0 ? next_ms : LOCKED_MS;
  }

  /** How many more timers can be fired, by name. */
  #rooms() {
    return [...this.#deps.handlers.values()]
      .map((handler) => ({ name: handler.name, room: this.#roomFor(handler) }))
      .filter(({ room }) => room > 0);
  }

  #roomFor({ name, isOutside }: TimerHandler): number {
    return (isOutside ? AT_ONCE_OUTSIDE : AT_ONCE) - (this.#under_way.get(name)?.size ?? 0);
  }

  #begin(timer: Leased) {
    const { handlers, fire } = this.#deps;
    const handler = handlers.get(timer.name)!;
    const underWay = this.#under_way.get(handler.name) ?? new Set();
    this.#under_way.set(handler.name, underWay);
    const fired = fire(handler, timer)
      .then((again) => after(handler, timer, again === true))
      .catch((error: unknown) => afterFailure(timer, error))
      .then((ended) => {
        this.#ended.push(ended);
        underWay.delete(fired);
        this.#wake();
      });
    underWay.add(fired);
  }

  async #recordEnded() {
    if (this.#ended.length === 0) return;
    const ended = this.#ended.splice(0);
    try {
      await finishTimers(this.#deps.db, ended);
    } catch (error) {
      this.#ended.unshift(...ended); // else they would fire again when their lease runs out
      throw error;
    }
    for (const [name, failed] of Map.groupBy(ended, ({ timer }) => timer.name)) {
      const errors = failed
        .map((end) => (end.then === 'retry' ? end.error : null))
        .filter((it) => it !== null);
      if (errors.length > 0)
        this.#deps.warn(`Of the timers '${name}', ${errors.length} failed, to be tried again: ${errors[0]}`);
    }
  }

  async #lookForUnhandled() {
    if (this.#looks_at_ms > world.nowMs()) return;
    this.#looks_at_ms = world.nowMs() + LOOKS_FOR_UNHANDLED_MS;
    const { listener, handlers, warn } = this.#deps;
    for (const name of await findUnhandled(listener, [...handlers.keys()])) {
      if (!this.#known_unhandled.has(name)) warn(`Timers '${name}' are due, and nothing here fires them`);
      this.#known_unhandled.add(name);
    }
  }

  /** Undefined where `work` failed. An unavailable database is logged once, not every second. */
  async #withDatabase<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await work();
      this.#is_disconnected = false;
      return done;
    } catch (error) {
      if (!this.#is_disconnected) this.#deps.warn('No timers can be fired', error);
      this.#is_disconnected = isDisconnected(error);
      return undefined;
    }
  }
}

function after({ each_ms }: TimerHandler, timer: Leased, again: boolean): Ended {
  if (each_ms === undefined) return { timer, then: 'forget' };
  return { timer, then: 'repeat', in_ms: again ? PASSING_MS : each_ms };
}

/** After 1, 2, 4 s and so on; when the moment is to blame, after 1 s and not counted. */
function afterFailure(timer: Leased, error: unknown): Ended {
  if (isTransient(error) || isDisconnected(error))
    return { timer, then: 'retry', in_ms: PASSING_MS, error: null };
  const in_ms = Math.min(1000 * 2 ** timer.attempts, LONGEST_WAIT_MS);
  return { timer, then: 'retry', in_ms, error: textOf(error) };
}

const namesOf = (handlers: Map<string, TimerHandler>, isWanted: (handler: TimerHandler) => boolean) =>
  [...handlers.values()].filter(isWanted).map(({ name }) => name);
