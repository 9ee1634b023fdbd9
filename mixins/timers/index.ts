// What is to be done at a time: rows of `timers`, each fired once, whatever node lives by then.
import { defineMixin, type Timer, type TimerHandler, type Service } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { apply, type State } from '#mixins/actors';
import type { Actor } from '#mixins/actors/actor';
import type { Rule } from '#mixins/actors/decision';
import type { Woken } from '#mixins/database.mixin';
import { TimerWorker } from './timer-worker.ts';
import { retention } from './retention.ts';

export { schedule } from './store.ts';
export { every } from './every.ts';
export { retention } from './retention.ts';

type Ticking = Woken & {
  schema: { timers: Map<string, TimerHandler> };
  stopTimers: AbortController;
  ticking: Promise<void>;
};

/** Of every service: 90 days are far beyond the 24 h of an Idempotency-Key, and what any outbox still tells. */
const inboxRetention = retention('inbox', `handled_at < now() - interval '90 days'`);

/** Fires the service's timers, and prunes what the platform keeps for it. Stands behind its actors, before its database. */
export const timers = defineMixin<Ticking>({
  async started() {
    const worker = new TimerWorker({
      db: this.db,
      listener: this.listener,
      handlers: new Map(this.schema.timers).set(inboxRetention.name, inboxRetention),
      fire: async (handler, timer) => handler.handler.call(this, timer), // async: it may throw at once
      warn: (what, error) => this.logger.warn(what, ...(error === undefined ? [] : [error])),
    });
    this.listener.on('timers', () => worker.wake());
    this.stopTimers = new AbortController();
    this.ticking = worker.run(this.stopTimers.signal);
  },
  async stopped() {
    this.stopTimers?.abort();
    await this.ticking;
  },
});

/**
 * Applies `rule` to the actor whose key is the timer's (or what `keyOf` says); once for a due_at, whatever node
 * dies. The rule does not ask the clock again: it is given what to do, and leaves the state as it is where that no
 * longer applies. What it throws is a failure: kept with the timer, and tried again for ever.
 */
export const timer = <S extends State, P = unknown>(
  name: string,
  actor: Actor<S>,
  rule: Rule<S, P>,
  keyOf: (timer: Timer) => string = ({ key }) => key,
): TimerHandler => ({
  name,
  handler(timer) {
    const { key, due_at, payload } = timer;
    const command_id = uuidv5(`${name} ${key} ${due_at}`);
    return apply(this, actor, { name, rule, input: payload as P, key: keyOf(timer), command_id });
  },
});

/** An effect outside the database, at least once: it resolves, done; it throws, again later. To end within 30 s. */
export const job = (
  name: string,
  effect: (service: Service, timer: Timer) => Promise<void>,
): TimerHandler => ({
  name,
  isOutside: true,
  handler(timer) {
    return effect(this, timer);
  },
});
