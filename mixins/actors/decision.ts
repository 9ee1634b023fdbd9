import type { MessageName, Payload, TimerName, TimerPayload } from '#contracts';
import type { Caller } from '#lib/service';
import type { Instant } from '#lib/world';
import type { Refusal, Transfer } from '#mixins/ledger/transfer';

/** A message that leaves when the decision commits. */
export interface OutgoingMessage<M extends MessageName = MessageName> {
  name: M;
  payload: Record<string, unknown>;
}

/** A row kept beside the actor, in a table that its store names. */
export interface RecordRow {
  table: string;
  row: Record<string, unknown>;
}

/** What a rule wants of the ledger, and what it decides in its place where that is refused; without it the command is. */
export interface RequestedTransfer<S, M extends MessageName> {
  transfer: Transfer;
  ifRefused: ((refusal: Refusal) => Decision<S, M>) | undefined;
}

/** Something to be done at a time: one of a name and key, a later one takes the place of an earlier. `due_at` null: no more. */
export interface Scheduled {
  name: string;
  key: string;
  due_at: Instant | null;
  payload: Record<string, unknown>;
}

/** What a rule returns: the state that follows, and all that is committed with it. `M`: the messages that it may publish. */
export interface Decision<S, M extends MessageName = never> {
  state: S;
  messages: OutgoingMessage<M>[];
  records: RecordRow[];
  transfers: RequestedTransfer<S, M>[];
  timers: Scheduled[];
  publishing<N extends MessageName>(name: N, payload: Payload<N>): Decision<S, M | N>;
  recording(table: string, row: object): Decision<S, M>;
  /** Refused, it is as if this decision had never been: `ifRefused` decides, in the same transaction. */
  transferring<N extends MessageName = never>(
    transfer: Transfer,
    ifRefused?: (refusal: Refusal) => Decision<S, N>,
  ): Decision<S, M | N>;
  scheduling<N extends TimerName>(
    name: N,
    key: string,
    due_at: Instant,
    ...payload: object extends TimerPayload<N> ? [TimerPayload<N>?] : [TimerPayload<N>]
  ): Decision<S, M>;
  unscheduling(name: TimerName, key: string): Decision<S, M>;
}

/** A decision of whatever service. */
export type AnyDecision<S> = Decision<S, MessageName>;

/** When a command was given, by whom, and the key of the actor it is for. Rules know no other world. */
export interface CommandContext {
  now: Instant;
  caller: Caller | undefined;
  key: string;
}

/** Pure: the same state, input and context decide the same. Throws `fail(...)` to refuse. */
export type Rule<S, I, M extends MessageName = MessageName> = (
  state: S,
  input: I,
  context: CommandContext,
) => Decision<S, M>;

/** A rule that makes an actor; where one has the key already, it is given that. */
export type CreateRule<S, I, M extends MessageName = MessageName> = (
  state: S | undefined,
  input: I,
  context: CommandContext,
) => Decision<S, M>;

type Effects<S, M extends MessageName> = Pick<
  Decision<S, M>,
  'messages' | 'records' | 'transfers' | 'timers'
>;

/** A decision for this state; with `effects`, those of another. */
export function becomes<S, M extends MessageName = never>(state: S, effects?: Effects<S, M>): Decision<S, M> {
  const { messages = [], records = [], transfers = [], timers = [] } = effects ?? {};
  const next = <N extends MessageName>(added: Partial<Effects<S, N>>): Decision<S, M | N> =>
    becomes<S, M | N>(state, {
      messages: [...messages, ...(added.messages ?? [])],
      records: [...records, ...(added.records ?? [])],
      transfers: [...transfers, ...(added.transfers ?? [])],
      timers: [...timers, ...(added.timers ?? [])],
    });
  const due = (name: string, key: string, due_at: Instant | null, payload: object) =>
    next<never>({ timers: [{ name, key, due_at, payload: { ...payload } }] });
  return {
    state,
    messages,
    records,
    transfers,
    timers,
    publishing: (name, payload) => next({ messages: [{ name, payload }] }),
    recording: (table, row) => next<never>({ records: [{ table, row: { ...row } }] }),
    transferring: (transfer, ifRefused) => next({ transfers: [{ transfer, ifRefused }] }),
    scheduling: (name, key, due_at, payload: object = {}) => due(name, key, due_at, payload),
    unscheduling: (name, key) => due(name, key, null, {}),
  };
}
