// A test of a rule, as a sentence: given(campaign).when(close, {}, owner).thenPublishes('campaign.closed').
import type { ErrorCode, MessageName, Payload, TimerName, TimerPayload } from '#contracts';
import { codeOf } from '#lib/errors';
import type { CommandContext, Decision } from '#mixins/actors/decision';
import type { Transfer } from '#mixins/ledger/transfer';
import { expect } from '@jest/globals';

/** A rule that doesn't look at its input or its context is given none. */
type Arguments<I> = unknown extends I
  ? [input?: I, context?: CommandContext]
  : [input: I, context?: CommandContext];

const SOMEBODY: CommandContext = { now: '2026-01-31T12:00:00.000Z', caller: undefined, key: 'a key' };

/** An actor in this state. */
export const given = <S>(state: S) => ({
  when: <R extends object, I, M extends MessageName>(
    rule: (state: S, input: I, context: CommandContext) => Decision<R, M>,
    ...[input, context = SOMEBODY]: Arguments<I>
  ) => new Then<R, M>(() => rule(state, input as I, context), state),
});

/** No actor: the rule makes it. */
export const givenNothing = () => given(undefined);

/** What a rule has decided. What it is compared with is all of that kind: nothing else is published, scheduled or transferred. */
class Then<S extends object, M extends MessageName> {
  readonly #decision: Decision<S, M> | undefined;
  readonly #error: unknown;
  readonly #before: unknown;

  constructor(decide: () => Decision<S, M>, before: unknown) {
    this.#before = before;
    try {
      this.#decision = decide();
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      this.#error = error;
    }
  }

  get decision(): Decision<S, M> {
    if (!this.#decision) throw this.#error;
    return this.#decision;
  }

  get state(): S {
    return this.decision.state;
  }

  /** One message, or several in this order. */
  thenPublishes<N extends M>(name: N, payload?: Payload<N>): this;
  thenPublishes(names: readonly M[]): this;
  thenPublishes(names: M | readonly M[], payload?: object): this {
    const { messages } = this.decision;
    return payload
      ? this.#same(this.thenPublishes, { publishes: messages }, { publishes: [{ name: names, payload }] })
      : this.#same(
          this.thenPublishes,
          { publishes: messages.map(({ name }) => name) },
          { publishes: [names].flat() },
        );
  }

  thenPublishesNothing(): this {
    const { messages } = this.decision;
    return this.#same(this.thenPublishesNothing, { publishes: messages }, { publishes: [] });
  }

  /** These fields are so; of the others nothing is said. */
  thenBecomes(fields: Partial<S>): this {
    return this.#same(this.thenBecomes, this.state, { ...this.state, ...fields });
  }

  /** The state is the one before, and nothing is published, scheduled, recorded or transferred. */
  thenNothingChanges(): this {
    const { state, messages, timers, records, transfers } = this.decision;
    return this.#same(
      this.thenNothingChanges,
      { state, isAnother: state !== this.#before, messages, timers, records, transfers },
      { state: this.#before, isAnother: false, messages: [], timers: [], records: [], transfers: [] },
    );
  }

  thenSchedules<N extends TimerName>(name: N, key: string, due_at: string, payload?: TimerPayload<N>): this {
    const timer = { name, key, due_at, payload: payload ?? expect.anything() };
    return this.#same(this.thenSchedules, { schedules: this.decision.timers }, { schedules: [timer] });
  }

  thenUnschedules(name: TimerName, key: string): this {
    const timer = { name, key, due_at: null, payload: {} };
    return this.#same(this.thenUnschedules, { schedules: this.decision.timers }, { schedules: [timer] });
  }

  thenSchedulesNothing(): this {
    return this.#same(this.thenSchedulesNothing, { schedules: this.decision.timers }, { schedules: [] });
  }

  thenTransfers(...transfers: Transfer[]): this {
    const requested = this.decision.transfers.map(({ transfer }) => transfer);
    return this.#same(this.thenTransfers, { transfers: requested }, { transfers });
  }

  thenIsRefusedWith(code: ErrorCode): void {
    const outcome = this.#decision
      ? { becomes: this.state, publishes: this.#decision.messages }
      : { refused: codeOf(this.#error) };
    this.#same(this.thenIsRefusedWith, outcome, { refused: code });
  }

  /** A failure points at the line of the test that called `from`, not into this file. */
  #same(from: (...args: never[]) => unknown, actual: object, expected: object): this {
    try {
      expect(actual).toEqual(expected);
      return this;
    } catch (error) {
      Error.captureStackTrace(error as Error, from);
      throw error;
    }
  }
}
