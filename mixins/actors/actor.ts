import { messages as contracts, type ErrorCode } from '#contracts';
import { connect, isAway, isRefusal, transaction, type Database, type Pool } from '#lib/database';
import { codeOf, fail, isPassing } from '#lib/errors';
import type { Caller, Envelope } from '#lib/service';
import { world, type Instant } from '#lib/world';
import type { Decision, Rule } from './decision.ts';
import { heldBack, refuse, type Entry } from './mailbox.ts';
import type { Changes, Handled, State, Store } from './store.ts';

/** One kind of actor: what it is called, where they are kept, and what is said when there is none with a key. */
export interface Actor<S extends State> {
  name: string;
  store: Store<S>;
  missing: ErrorCode;
}

export const actor = <S extends State>(definition: Actor<S>): Actor<S> => definition;

/** A rule to be applied to one actor. With a `command_id` it is applied once, however often it comes. */
export interface Command<S> extends Entry {
  command_id: string | null;
  /** Of the input; null: it can't come again with another (a message). */
  input_hash: string | null;
  /** The action or message. */
  name: string;
  /** `fresh`: nobody else can know this key yet. `founding`: there may be an actor, or none. */
  mode: 'fresh' | 'founding' | 'existing';
  rule: Rule<S, never>;
  input: unknown;
  /** What the state it led to is answered with; kept, where a caller may ask again. */
  answer: (state: S) => unknown;
  at: Instant;
  by: Caller | undefined;
  /** Id of the request or message that led to this, and the user behind it, for what is told. */
  cause: string | null;
  on_behalf_of: string | null;
}

type Answer = () => void;

// 100, 200 … 1,600 ms: a restarted Postgres is back within about 2 s.
const SETTLING_DELAYS_MS = [100, 200, 400, 800, 1600];
// A rival may commit between our look and our write; a third time in a row is for the batch to be split.
const LOCKED_TRIES = 3;

/** Decides a batch and commits it in one transaction; then, and only then, everyone is answered. */
export const committer =
  <S extends State>(actor: Actor<S>, pool: Pool) =>
  async (batch: Command<S>[]): Promise<void> => {
    const answers = await trusting(actor, pool, batch)
      .catch((error: unknown) => {
        if (!isRefusal(error) && error !== doubtful) throw error;
        return locking(actor, pool, batch, LOCKED_TRIES);
      })
      .catch((error: unknown) => {
        if (codeOf(error) !== 'OUTCOME_UNKNOWN') throw error;
        return settling(actor, pool, batch);
      });
    for (const answer of answers) answer();
  };

/** A command that may be refused only because it has already had its effect: the inbox knows. */
const doubtful = new Error('doubtful');

/** Supposes that nothing comes twice and nobody else writes these keys. If so, one or two round trips. */
async function trusting<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
): Promise<Answer[]> {
  const client = await connect(pool);
  let broken: Error | undefined;
  let isSaving = false;
  try {
    const states = await load(actor, client, batch, false);
    const { answers, changes } = decideAll(actor, batch, states);
    isSaving = true;
    await saveAny(actor, client, changes);
    return answers;
  } catch (error) {
    if (!isAway(error)) throw error;
    broken = error as Error;
    throw fail(isSaving ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE');
  } finally {
    client.release(broken);
  }
}

/** When the database said that the supposition was wrong: holds the rows, then looks who was first. */
async function locking<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
  tries: number,
): Promise<Answer[]> {
  try {
    return await transaction(pool, async (tx) => {
      const states = await load(actor, tx, batch, true);
      // A statement of its own, after the lock: it must see what the holder of the lock has committed.
      const { answers, changes } = decideAll(actor, batch, states, await handledBefore(tx, batch));
      await saveAny(actor, tx, changes);
      return answers;
    });
  } catch (error) {
    if (tries === 1 || !isRefusal(error)) throw error;
    return locking(actor, pool, batch, tries - 1);
  }
}

/**
 * The connection broke while it committed: nobody knows. What has an id is settled by it, as soon as the database
 * is back: it was done, or is done now. The others can only be told.
 */
async function settling<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
): Promise<Answer[]> {
  const unknown = fail('OUTCOME_UNKNOWN');
  for (const command of batch) if (!command.command_id) refuse(command, unknown);
  const named = batch.filter(({ command_id }) => command_id);
  if (named.length === 0) return [];
  for (const delay_ms of SETTLING_DELAYS_MS) {
    await world.sleep(delay_ms);
    try {
      return await locking(actor, pool, named, LOCKED_TRIES);
    } catch (error) {
      // One of them the database refuses: each by itself, so that it hurts no other.
      if (isRefusal(error))
        return (await Promise.all(named.map((one) => settlingOne(actor, pool, one)))).flat();
      if (!isPassing(error) && !isAway(error)) throw error;
    }
  }
  return named.map((command) => () => refuse(command, unknown));
}

const settlingOne = <S extends State>(actor: Actor<S>, pool: Pool, command: Command<S>): Promise<Answer[]> =>
  locking(actor, pool, [command], LOCKED_TRIES).catch((error: unknown) => [() => refuse(command, error)]);

async function load<S extends State>({ store }: Actor<S>, db: Database, batch: Command<S>[], lock: boolean) {
  // One that a command may found is supposed not to be there; if it is, the insert says so, and it is looked for.
  const isLoaded = ({ mode }: Command<S>) => mode === 'existing' || (lock && mode === 'founding');
  const keys = new Set(batch.filter(isLoaded).map(({ key }) => key));
  const states = keys.size > 0 ? await store.load(db, [...keys], lock) : [];
  return new Map(states.map((state) => [state.id, state]));
}

async function handledBefore<S>(db: Database, batch: Command<S>[]): Promise<Map<string, Handled>> {
  const ids = batch.map(({ command_id }) => command_id).filter((id) => id !== null);
  const { rows } = await db.query<Handled>('select * from inbox where command_id = any($1::uuid[])', [ids]);
  return new Map(rows.map((row) => [row.command_id, row]));
}

const saveAny = async <S extends State>({ store }: Actor<S>, db: Database, changes: Changes<S>) => {
  const isEmpty = Object.values(changes).every((set: unknown[]) => set.length === 0);
  if (!isEmpty) await store.save(db, changes);
};

/** A batch while it is decided: what was loaded, what has become of it, and all that follows. */
interface Work<S extends State> {
  actor: Actor<S>;
  loaded: Map<string, S>;
  states: Map<string, S>;
  earlier: Map<string, Handled>;
  isTrusting: boolean; // the inbox was not asked
  failed: Map<Envelope, Set<string>>;
  changes: Changes<S>;
}

function decideAll<S extends State>(
  actor: Actor<S>,
  batch: Command<S>[],
  loaded: Map<string, S>,
  inbox?: Map<string, Handled>,
) {
  const changes: Changes<S> = { founded: [], moved: [], steps: [], handled: [], said: [], records: [] };
  const work: Work<S> = {
    ...{ actor, loaded, changes, states: new Map(loaded), failed: new Map() },
    ...{ earlier: new Map(inbox), isTrusting: !inbox },
  };
  const answers = batch.map((command) => decide(work, command));
  for (const [key, state] of work.states) {
    const before = loaded.get(key);
    if (!before) changes.founded.push(state);
    else if (before !== state) changes.moved.push({ state, was: before.version });
  }
  return { answers, changes };
}

/** Applies one command and notes what follows; its refusal touches no other. Returns how to answer it. */
function decide<S extends State>(work: Work<S>, command: Command<S>): Answer {
  const { actor, states, earlier, isTrusting, failed } = work;
  const { key, command_id, envelope, mode } = command;
  const handled = command_id && earlier.get(command_id);
  if (handled) return replay(command, handled);
  if (envelope && failed.get(envelope)?.has(key)) return () => command.reject(heldBack());
  try {
    const was = states.get(key);
    if (!was && mode === 'existing') throw fail(actor.missing, { id: key });
    const decision = command.rule(was as S, command.input as never, command);
    const { state } = decision;
    const saved = state === was ? was : { ...state, version: (was?.version ?? 0) + 1 };
    const answer = command.answer(saved);
    note(work, command, was, { ...decision, state: saved }, answer);
    states.set(key, saved); // last: what throws above is refused, and must leave nothing
    return () => command.resolve(answer);
  } catch (error) {
    if (command_id && isTrusting) throw doubtful;
    if (envelope) failed.set(envelope, (failed.get(envelope) ?? new Set()).add(key));
    return () => refuse(command, error);
  }
}

function note<S extends State>(
  { changes, earlier }: Work<S>,
  command: Command<S>,
  was: S | undefined,
  { state, messages, records }: Pick<Decision<S>, 'state' | 'messages' | 'records'>,
  answer: unknown,
) {
  const { key, name, command_id, input_hash, at, cause, on_behalf_of } = command;
  // How it began is in its own row: a step of its own cost a fifth of what a founding costs Postgres.
  if (was && state.status !== was.status) {
    changes.steps.push({
      key,
      from_status: was.status,
      to_status: state.status,
      cause: name,
      command_id,
      at,
    });
  }
  if (command_id) {
    // Only a caller asks for the reply again; the bus does not.
    const handled = { command_id, command: name, input_hash, reply: input_hash && answer };
    changes.handled.push(handled);
    earlier.set(command_id, handled); // the second of two in one batch meets the first here
  }
  for (const { name, payload } of messages) {
    const key = String(payload[contracts[name].key]);
    changes.said.push({ message_id: world.newId(), name, key, payload, at, cause, by: on_behalf_of });
  }
  changes.records.push(...records);
}

function replay<S>(command: Command<S>, { command: name, input_hash, reply }: Handled): Answer {
  const isSame = name === command.name && input_hash === command.input_hash;
  return isSame
    ? () => command.resolve(reply)
    : () => command.reject(fail('IDEMPOTENCY_KEY_REUSED', { first_used_for: name }));
}
