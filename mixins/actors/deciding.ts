import { messages as contracts } from '#contracts';
import { fail } from '#lib/errors';
import type { DeliveryBatch } from '#lib/service';
import { world } from '#lib/world';
import { NEEDS_LOCK, type Journal } from '#mixins/ledger/journal';
import type { Refusal } from '#mixins/ledger/transfer';
import type { Actor, Command } from './actor.ts';
import type { AnyDecision } from './decision.ts';
import { blockedByKey, rejectEntry } from './mailbox.ts';
import type { Changes, InboxRow, State } from './store.ts';

/** Answers a command's caller. */
export type Answer = () => void;

/**
 * Decides a batch in memory, one command after another, and collects the changes and the answers to give after the
 * commit. Has no side effects: a batch can be decided again. Without an `inbox`, repetitions are not looked for. Throws
 * NEEDS_LOCK where only the database can decide.
 */
export function decideAll<S extends State>(
  actor: Actor<S>,
  batch: Command<S>[],
  loaded: Map<string, S>,
  journal: Journal | undefined,
  inbox?: Map<string, InboxRow>,
): { answers: Answer[]; changes: Changes<S> } {
  const changes: Changes<S> = {
    inserted: [],
    updated: [],
    transitions: [],
    inbox: [],
    outbox: [],
    records: [],
    timers: [],
    transfers: [],
    optimistic: [],
    locked: [],
  };
  const work: Work<S> = {
    actor,
    loaded,
    changes,
    states: new Map(loaded),
    failed: new Map(),
    earlier: new Map(inbox),
    isTrusting: !inbox,
    journal,
  };
  const answers = batch.map((command) => decide(work, command));
  for (const [key, state] of work.states) {
    const before = loaded.get(key);
    if (!before) changes.inserted.push(state);
    else if (before !== state) changes.updated.push({ state, was: before.version });
  }
  if (!journal) return { answers, changes };
  const { timers, ...entered } = journal.changes();
  changes.timers.push(...timers);
  return { answers, changes: { ...changes, ...entered } };
}

/** A batch while it is decided: loaded states, new states, and their effects. */
interface Work<S extends State> {
  actor: Actor<S>;
  loaded: Map<string, S>;
  states: Map<string, S>;
  earlier: Map<string, InboxRow>;
  isTrusting: boolean; // the inbox was not read
  journal: Journal | undefined;
  failed: Map<DeliveryBatch, Set<string>>;
  changes: Changes<S>;
}

/** Applies one command and notes its effects; its refusal touches no other. Returns the answer to give. */
function decide<S extends State>(work: Work<S>, command: Command<S>): Answer {
  const { actor, states, earlier, isTrusting, failed } = work;
  const { key, command_id, delivery_batch, mode, if_match } = command;
  const handled = command_id && earlier.get(command_id);
  if (handled) return replay(command, handled);
  if (delivery_batch && failed.get(delivery_batch)?.has(key)) return () => command.reject(blockedByKey());
  try {
    const was = states.get(key);
    if (!was && mode === 'existing') throw fail(actor.missing, { id: key });
    // Within the transaction: nobody can change it between the check and the change.
    if (was && if_match && !if_match.includes(was.version)) throw fail('PRECONDITION_FAILED');
    let decision = command.rule(was as S, command.input as never, command);
    for (;;) {
      const { state } = decision;
      const saved = state === was ? was : { ...state, version: (was?.version ?? 0) + 1 };
      const reply = command.reply(saved);
      const refusal = attempt(work, decision, command);
      if (!refusal) {
        note(work, command, was, { ...decision, state: saved }, reply);
        states.set(key, saved); // last: a throw above is a refusal, and must change nothing
        return () => command.resolve(reply);
      }
      decision = insteadOf(decision, refusal);
    }
  } catch (error) {
    // The refusal may be due to its own earlier effect: the inbox knows.
    if (error === NEEDS_LOCK || (command_id && isTrusting)) throw NEEDS_LOCK;
    if (delivery_batch) failed.set(delivery_batch, (failed.get(delivery_batch) ?? new Set()).add(key));
    return () => rejectEntry(command, error);
  }
}

/** Enters a decision's transfers in the ledger, all or none; returns what was refused. */
function attempt<S extends State>(
  { actor, journal }: Work<S>,
  { transfers }: AnyDecision<S>,
  { now }: Command<S>,
): Refusal | undefined {
  if (transfers.length === 0) return undefined;
  if (!journal) throw new Error(`The actor '${actor.name}' wants transfers and has no ledger`);
  return journal.attempt(
    transfers.map(({ transfer }) => transfer),
    now,
  );
}

/** The decision to take after a refused transfer. Throws TRANSFER_REFUSED where the rule has none. */
function insteadOf<S>({ transfers }: AnyDecision<S>, refusal: Refusal): AnyDecision<S> {
  const refused = transfers.find(({ transfer }) => transfer.id === refusal.transfer_id);
  if (!refused?.ifRefused) throw fail('TRANSFER_REFUSED', { ...refusal });
  return refused.ifRefused(refusal);
}

function note<S extends State>(
  { changes, earlier }: Work<S>,
  command: Command<S>,
  was: S | undefined,
  { state, messages, records, timers }: AnyDecision<S>,
  reply: unknown,
) {
  const { key, name, command_id, input_hash, now, causation_id, user_id } = command;
  // The first state is in its own row: a transition for it cost a fifth of a creation's time in Postgres.
  if (was && state.status !== was.status) {
    changes.transitions.push({
      key,
      from_status: was.status,
      to_status: state.status,
      trigger: name,
      command_id,
      at: now,
    });
  }
  if (command_id) {
    // Only a caller reads a stored reply; the bus does not.
    const handled = { command_id, command: name, input_hash, reply: input_hash && reply };
    changes.inbox.push(handled);
    earlier.set(command_id, handled); // a repetition in the same batch finds it here
  }
  for (const { name, payload } of messages) {
    const key = String(payload[contracts[name].key]);
    changes.outbox.push({
      message_id: world.newId(),
      name,
      key,
      payload,
      published_at: now,
      causation_id,
      user_id,
    });
  }
  changes.records.push(...records);
  changes.timers.push(...timers);
}

function replay<S>(command: Command<S>, { command: name, input_hash, reply }: InboxRow): Answer {
  const isSame = name === command.name && input_hash === command.input_hash;
  return isSame
    ? () => command.resolve(reply)
    : () => command.reject(fail('IDEMPOTENCY_KEY_REUSED', { first_used_for: name }));
}
