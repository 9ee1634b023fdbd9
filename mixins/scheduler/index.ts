// What is to be done at a time: rows of `deadlines`, each fired once, whatever node lives by then.
import { defineMixin, type Deadline, type Firing, type Service } from '#lib/service';
import { uuidv5 } from '#lib/world';
import { apply, type State } from '#mixins/actors';
import type { Actor } from '#mixins/actors/actor';
import type { Rule } from '#mixins/actors/decision';
import { Clock } from './clock.ts';
import { prunes } from './prune.ts';

export { schedule } from './deadlines.ts';
export { every } from './every.ts';
export { prunes } from './prune.ts';

type Ticking = Service & {
  schema: { firings: Map<string, Firing> };
  stopClock: AbortController;
  ticking: Promise<void>;
};

/** Of every service: 90 days are far beyond the 24 h of an Idempotency-Key, and what any outbox still tells. */
const pruneInbox = prunes('inbox', `handled_at < now() - interval '90 days'`);

/** Fires the service's deadlines, and prunes what the house keeps for it. Stands behind its actors, before its database. */
export const scheduler = defineMixin<Ticking>({
  async started() {
    const clock = new Clock({
      db: this.db,
      firings: new Map(this.schema.firings).set(pruneInbox.name, pruneInbox),
      fire: async (firing, deadline) => firing.handler.call(this, deadline), // async: it may throw at once
      warn: (what, error) => this.logger.warn(what, ...(error === undefined ? [] : [error])),
    });
    this.stopClock = new AbortController();
    this.ticking = clock.run(this.stopClock.signal);
  },
  async stopped() {
    this.stopClock?.abort();
    await this.ticking;
  },
});

/**
 * Applies `rule` to the actor whose key is the deadline's (or what `keyOf` says); once for a due_at, whatever node
 * dies. The rule does not ask the clock again: it is given what to do, and leaves the state as it is where that no
 * longer applies. What it throws is a failure: kept with the deadline, and tried again for ever.
 */
export const fires = <S extends State, P = unknown>(
  name: string,
  actor: Actor<S>,
  rule: Rule<S, P>,
  keyOf: (deadline: Deadline) => string = ({ key }) => key,
): Firing => ({
  name,
  handler(deadline) {
    const { key, due_at, payload } = deadline;
    const command_id = uuidv5(`${name} ${key} ${due_at}`);
    return apply(this, actor, { name, rule, input: payload as P, key: keyOf(deadline), command_id });
  },
});

/** An effect outside the database, at least once: it resolves, done; it throws, again later. To end within 30 s. */
export const firesOutside = (
  name: string,
  effect: (service: Service, deadline: Deadline) => Promise<void>,
): Firing => ({
  name,
  isOutside: true,
  handler(deadline) {
    return effect(this, deadline);
  },
});
