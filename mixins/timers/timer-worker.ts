import { isDisconnected, type Database, type Pool } from '#lib/database';
import { isTransient, textOf } from '#lib/errors';
import type { TimerHandler } from '#lib/service';
import { world } from '#lib/world';
import { found, lease, nextDue, finishTimers, strangers, type Ended, type Leased } from './store.ts';

// What is due within two minutes wakes every node (migrations/0003). What is due later is found by a look as often as this;
// the other minute is for the transaction that wrote it, whose clock stood still.
const LONGEST_SLEEP_MS = 60_000;
// Due, but locked by somebody who is about to lease, settle or reschedule it.
const LOCKED_MS = 200;
// What ends meanwhile, or is scheduled, is dealt with by the same statements.
const PAUSE_MS = 10;
// Half a batch of a mailbox: while 5,000 that were due fired, in 1.0 s, a caller was answered within 7 ms (p50), 42 at most.
const AT_ONCE = 256;
// Effects outside are calls to somebody else, who should not meet hundreds of us.
const AT_ONCE_OUTSIDE = 16;
const PASSING_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;
const LOOKS_FOR_STRANGERS_MS = 60_000;

interface House {
  db: Pool;
  /** Leases wait for no lock, and so may go by the connection that the relay works with: the pool's can then be let go. */
  listener: Database;
  handlers: Map<string, TimerHandler>;
  fire(handler: TimerHandler, timer: Leased): Promise<unknown>;
  warn(what: string, error?: unknown): void;
}

/**
 * Fires what is due, on this node and many at once, until `signal` aborts; what is being fired by then is finished.
 * Between looks it sleeps until the next is due, or its lease runs out, whoever holds that; unless it is woken. Each name
 * has its own room, so that none starves another. A node that dies leaves leases, which run out.
 */
export class TimerWorker {
  #house: House;
  #under_way = new Map<string, Set<Promise<void>>>();
  /** Fired, not settled yet. */
  #ended: Ended[] = [];
  #wake = () => {};
  #is_prepared = false;
  #is_away = false;
  #known_strangers = new Set<string>();
  #looks_at_ms = 0;

  constructor(house: House) {
    this.#house = house;
  }

  /** Looks at once, rather than when the next is due that it knows of. */
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
    await this.#withDatabase(() => this.#settle());
  }

  /** Fires what is due; returns in how many ms the next is. */
  async #turn(): Promise<number> {
    const { db, listener, handlers } = this.#house;
    if (!this.#is_prepared)
      await found(
        db,
        namesOf(handlers, ({ each_ms }) => each_ms !== undefined),
      );
    this.#is_prepared = true;
    await this.#settle();
    for (const timer of await lease(listener, this.#rooms())) this.#begin(timer);
    await this.#lookForStrangers();
    const names = this.#rooms().map(({ name }) => name);
    const next_ms = await nextDue(listener, names, LONGEST_SLEEP_MS);
    return next_ms > 0 ? next_ms : LOCKED_MS;
  }

  /** The names that more can be fired of, and how many. */
  #rooms() {
    return [...this.#house.handlers.values()]
      .map((handler) => ({ name: handler.name, room: this.#roomFor(handler) }))
      .filter(({ room }) => room > 0);
  }

  #roomFor({ name, isOutside }: TimerHandler): number {
    return (isOutside ? AT_ONCE_OUTSIDE : AT_ONCE) - (this.#under_way.get(name)?.size ?? 0);
  }

  #begin(timer: Leased) {
    const { handlers, fire } = this.#house;
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

  async #settle() {
    if (this.#ended.length === 0) return;
    const ended = this.#ended.splice(0);
    try {
      await finishTimers(this.#house.db, ended);
    } catch (error) {
      this.#ended.unshift(...ended); // else they would be fired again when their lease has run out
      throw error;
    }
    for (const [name, failed] of Map.groupBy(ended, ({ timer }) => timer.name)) {
      const errors = failed
        .map((end) => (end.then === 'retry' ? end.error : null))
        .filter((it) => it !== null);
      if (errors.length > 0)
        this.#house.warn(`Of the timers '${name}', ${errors.length} failed, to be tried again: ${errors[0]}`);
    }
  }

  async #lookForStrangers() {
    if (this.#looks_at_ms > world.nowMs()) return;
    this.#looks_at_ms = world.nowMs() + LOOKS_FOR_STRANGERS_MS;
    const { listener, handlers, warn } = this.#house;
    for (const name of await strangers(listener, [...handlers.keys()])) {
      if (!this.#known_strangers.has(name)) warn(`Timers '${name}' are due, and nothing here fires them`);
      this.#known_strangers.add(name);
    }
  }

  /** Undefined where `work` was not done. That the database is away is told once, not every second. */
  async #withDatabase<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await work();
      this.#is_away = false;
      return done;
    } catch (error) {
      if (!this.#is_away) this.#house.warn('No timers can be fired', error);
      this.#is_away = isDisconnected(error);
      return undefined;
    }
  }
}

function after({ each_ms }: TimerHandler, timer: Leased, again: boolean): Ended {
  if (each_ms === undefined) return { timer, then: 'forget' };
  return { timer, then: 'repeat', in_ms: again ? PASSING_MS : each_ms };
}

/** 1, 2, 4 s and so on; what was nobody's failure is tried again after 1 s and not counted. */
function afterFailure(timer: Leased, error: unknown): Ended {
  if (isTransient(error) || isDisconnected(error))
    return { timer, then: 'retry', in_ms: PASSING_MS, error: null };
  const in_ms = Math.min(1000 * 2 ** timer.attempts, LONGEST_WAIT_MS);
  return { timer, then: 'retry', in_ms, error: textOf(error) };
}

const namesOf = (handlers: Map<string, TimerHandler>, isWanted: (handler: TimerHandler) => boolean) =>
  [...handlers.values()].filter(isWanted).map(({ name }) => name);
