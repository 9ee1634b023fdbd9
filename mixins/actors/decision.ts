import type { MessageName, Payload } from '#contracts';
import type { Caller } from '#lib/service';
import type { Instant } from '#lib/world';
import type { Refusal, Transfer } from '#mixins/ledger/transfer';

export interface Said {
  name: MessageName;
  payload: Record<string, unknown>;
}

/** A row kept beside the actor, in a table that its store names. */
export interface Recorded {
  table: string;
  row: Record<string, unknown>;
}

/** What a rule wants of the ledger, and what it decides in its place where that is refused; without it the command is. */
export interface Wanted<S> {
  transfer: Transfer;
  ifRefused: ((refusal: Refusal) => Decision<S>) | undefined;
}

/** Something to be done at a time: one of a name and key, a later one takes the place of an earlier. `due_at` null: no more. */
export interface Scheduled {
  name: string;
  key: string;
  due_at: Instant | null;
  payload: Record<string, unknown>;
}

/** What a rule returns: the state that follows, and all that is committed with it. */
export interface Decision<S> {
  state: S;
  messages: Said[];
  records: Recorded[];
  transfers: Wanted<S>[];
  timers: Scheduled[];
  publishing<N extends MessageName>(name: N, payload: Payload<N>): Decision<S>;
  recording(table: string, row: object): Decision<S>;
  /** Refused, it is as if this decision had never been: `ifRefused` decides, in the same transaction. */
  transferring(transfer: Transfer, ifRefused?: (refusal: Refusal) => Decision<S>): Decision<S>;
  scheduling(name: string, key: string, due_at: Instant, payload?: object): Decision<S>;
  unscheduling(name: string, key: string): Decision<S>;
}

/** When a command was given, by whom, and the key of the actor it is for. Rules know no other world. */
export interface CommandContext {
  at: Instant;
  by: Caller | undefined;
  key: string;
}

/** Pure: the same state, input and circumstances decide the same. Throws `fail(...)` to refuse. */
export type Rule<S, I> = (state: S, input: I, circumstances: CommandContext) => Decision<S>;

/** A rule that makes an actor; where one has the key already, it is given that. */
export type FoundingRule<S, I> = (
  state: S | undefined,
  input: I,
  circumstances: CommandContext,
) => Decision<S>;

type Parts<S> = Pick<Decision<S>, 'messages' | 'records' | 'transfers' | 'timers'>;

const nothing = { messages: [], records: [], transfers: [], timers: [] };

/** A decision for this state, with `parts` of another. */
export function becomes<S>(
  state: S,
  { messages, records, transfers, timers }: Parts<S> = nothing,
): Decision<S> {
  const parts = { messages, records, transfers, timers };
  const due = (name: string, key: string, due_at: Instant | null, payload: object) =>
    becomes(state, { ...parts, timers: [...timers, { name, key, due_at, payload: { ...payload } }] });
  return {
    ...{ state, ...parts },
    publishing: (name, payload) => becomes(state, { ...parts, messages: [...messages, { name, payload }] }),
    recording: (table, row) =>
      becomes(state, { ...parts, records: [...records, { table, row: { ...row } }] }),
    transferring: (transfer, ifRefused) =>
      becomes(state, { ...parts, transfers: [...transfers, { transfer, ifRefused }] }),
    scheduling: (name, key, due_at, payload = {}) => due(name, key, due_at, payload),
    unscheduling: (name, key) => due(name, key, null, {}),
  };
}
