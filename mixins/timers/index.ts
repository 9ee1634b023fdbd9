// Timers: rows of `timers`. Each fires once, and outlives the node that scheduled it.
import type { MessageName, TimerName, TimerPayload } from '#contracts';
import { defineMixin, type Service, type Timer, type TimerHandler } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { apply, type State } from '#mixins/actors';
import type { Actor } from '#mixins/actors/actor';
import type { Rule } from '#mixins/actors/decision';
import type { Woken } from '#mixins/database.mixin';
import { TimerWorker } from './timer-worker.ts';

export { isScheduled, schedule, scheduleOnce, unschedule } from './store.ts';

type Ticking = Woken & { stopTimers: AbortController; ticking: Promise<void> };

/** Fires the service's timers. */
export const fireTimers = (handlers: TimerHandler[]) =>
  defineMixin<Ticking>({
    async started() {
      const worker = new TimerWorker({
        db: this.db,
        listener: this.listener,
        handlers: new Map(handlers.map((handler) => [handler.name, handler])),
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
 * Applies `rule` to the actor whose key is the timer's (or what `key` returns); once for a due_at, whatever node dies. The
 * rule does not read the clock again: it gets the payload, and leaves the state as it is where that no longer applies. An
 * error of the rule is stored with the timer, which is retried for ever.
 */
export const timer = <N extends TimerName, S extends State, P extends MessageName>(
  name: N,
  {
    actor,
    rule,
    key = (timer) => timer.key,
  }: { actor: Actor<S>; rule: Rule<S, TimerPayload<N>, P>; key?: (timer: Timer<N>) => string },
): TimerHandler<P> => ({
  name,
  handler(stored) {
    const due = stored as Timer<N>;
    return apply(this, actor, {
      name,
      rule,
      input: due.payload,
      key: key(due),
      command_id: uuidv5(`${name} ${due.key} ${due.due_at}`),
    });
  },
});

/** An effect outside the database, at least once: when it throws, it is retried later. Must end within 30 s. */
export const job = <N extends TimerName>(
  name: N,
  effect: (service: Service, timer: Timer<N>) => Promise<void>,
): TimerHandler<never> => {
  // For stack traces.
  Object.defineProperty(effect, 'name', { value: name });
  return {
    name,
    isOutside: true,
    handler(timer) {
      return effect(this, timer as Timer<N>);
    },
  };
};
