import type { MessageName, Payload } from '#contracts';
import type { Caller } from '#lib/service';
import type { Instant } from '#lib/world';

export interface Said {
  name: MessageName;
  payload: Record<string, unknown>;
}

/** A row kept beside the actor, in a table that its store names. */
export interface Recorded {
  table: string;
  row: Record<string, unknown>;
}

/** What a rule returns: the state that follows, what is told about it, and what is kept beside it. */
export interface Decision<S> {
  state: S;
  messages: Said[];
  records: Recorded[];
  saying<N extends MessageName>(name: N, payload: Payload<N>): Decision<S>;
  recording(table: string, row: object): Decision<S>;
}

/** When a command was given, by whom, and the key of the actor it is for. Rules know no other world. */
export interface Circumstances {
  at: Instant;
  by: Caller | undefined;
  key: string;
}

/** Pure: the same state, input and circumstances decide the same. Throws `fail(...)` to refuse. */
export type Rule<S, I> = (state: S, input: I, circumstances: Circumstances) => Decision<S>;

/** A rule that makes an actor; where one has the key already, it is given that. */
export type FoundingRule<S, I> = (
  state: S | undefined,
  input: I,
  circumstances: Circumstances,
) => Decision<S>;

export const becomes = <S>(state: S, messages: Said[] = [], records: Recorded[] = []): Decision<S> => ({
  state,
  messages,
  records,
  saying: (name, payload) => becomes(state, [...messages, { name, payload }], records),
  recording: (table, row) => becomes(state, messages, [...records, { table, row: { ...row } }]),
});
