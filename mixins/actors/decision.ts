import type { MessageName, Payload, TimerName, TimerPayload } from '#contracts';
import type { Caller } from '#lib/caller';
import type { Instant } from '#lib/world';
import type { Refusal, Transfer } from '#mixins/ledger/transfer';

/** A message that is published when the decision commits. */
export interface OutgoingMessage<M extends MessageName = MessageName> {
  name: M;
  payload: Record<string, unknown>;
}

/** A row beside the actor, in a table that its store names. */
export interface RecordRow {
  table: string;
  row: Record<string, unknown>;
}

/** A transfer for the ledger. Its refusal refuses the command, unless there is another decision to take then. */
export interface RequestedTransfer<S, M extends MessageName> {
  transfer: Transfer;
  ifRefused: ((refusal: Refusal) => Decision<S, M>) | undefined;
}

/** A timer. It replaces an earlier one with the same name and key; `due_at` null deletes that. */
export interface Scheduled {
  name: string;
  key: string;
  due_at: Instant | null;
  payload: Record<string, unknown>;
}

/** What a rule returns: the new state, and all that is committed with it. `M`: the messages that it may publish. */
export interface Decision<S, M extends MessageName = never> {
  state: S;
  messages: OutgoingMessage<M>[];
  records: RecordRow[];
  transfers: RequestedTransfer<S, M>[];
  timers: Scheduled[];
  publishing<N extends MessageName>(name: N, payload: Payload<N>): Decision<S, M | N>;
  recording(table: string, row: object): Decision<S, M>;
  /** When a transfer is refused, this decision is dropped, and `ifRefused` decides in the same transaction. */
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

/** A decision of any service. */
export type AnyDecision<S> = Decision<S, MessageName>;

/** When a command was given, by whom, and its actor's key. Rules read nothing else of the world. */
export interface CommandContext {
  now: Instant;
  caller: Caller | undefined;
  key: string;
}

/** Pure: the same state, input and context give the same decision. Throws `fail(...)` to refuse. */
export type Rule<S, I, M extends MessageName = MessageName> = (
  state: S,
  input: I,
  context: CommandContext,
) => Decision<S, M>;

/** A rule that creates an actor; it gets the state of an actor that has the key already. */
export type CreateRule<S, I, M extends MessageName = MessageName> = (
  state: S | undefined,
  input: I,
  context: CommandContext,
) => Decision<S, M>;

type Effects<S, M extends MessageName> = Pick<
  Decision<S, M>,
  'messages' | 'records' | 'transfers' | 'timers'
>;

/** A decision for this state; with `effects`, it takes over those of another decision. */
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
