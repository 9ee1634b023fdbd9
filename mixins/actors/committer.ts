import { acquire, isDisconnected, isConflict, transaction, type Database, type Pool } from '#lib/database';
import { codeOf, fail, isTransient } from '#lib/errors';
import { world } from '#lib/world';
import { lockedJournal, optimisticJournal, NON_DETERMINISTIC, NEEDS_LOCK } from '#mixins/ledger/journal';
import { hasMisses, emptyCache } from '#mixins/ledger/cache';
import { fetchMisses } from '#mixins/ledger/fetch-misses';
import type { Actor, Command } from './actor.ts';
import { decideAll, type Answer } from './deciding.ts';
import { bisect, rejectEntry } from './mailbox.ts';
import type { Changes, InboxRow, State } from './store.ts';

// 100, 200 … 1,600 ms: a restarted Postgres is back within about 2 s.
const RECONNECT_DELAYS_MS = [100, 200, 400, 800, 1600];
// A rival may commit between our read and our write; after the third time the batch is split.
const LOCKED_TRIES = 3;
// One fetch suffices for the first transfers, another for those that follow each refusal.
const MAX_FETCHES = 16;

/** Decides a batch and commits it in one transaction; callers are answered only after the commit. */
export const committer =
  <S extends State>(actor: Actor<S>, pool: Pool) =>
  async (batch: Command<S>[]): Promise<void> => {
    const answers = await trusting(actor, pool, batch)
      .catch((error: unknown) => {
        if (!isConflict(error) && error !== NEEDS_LOCK) throw error;
        return locking(actor, pool, batch, LOCKED_TRIES);
      })
      .catch((error: unknown) => {
        if (codeOf(error) !== 'OUTCOME_UNKNOWN') throw error;
        return resolveUnknown(actor, pool, batch);
      });
    for (const answer of answers) answer();
  };

/** Assumes that no command comes twice and nobody else writes these keys: then one or two round trips suffice. */
async function trusting<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
): Promise<Answer[]> {
  const client = await acquire(pool);
  let broken: Error | undefined;
  let isSaving = false;
  try {
    const states = await load(actor, client, batch, false);
    const journal = actor.ledger && optimisticJournal(actor.ledger);
    const { answers, changes } = decideAll(actor, batch, states, journal);
    isSaving = true;
    await saveAny(actor, client, changes);
    return answers;
  } catch (error) {
    if (!isDisconnected(error)) throw error;
    broken = error as Error;
    throw fail(isSaving ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE');
  } finally {
    client.release(broken);
  }
}

/** After the database disproved that assumption: locks the rows, then reads the inbox. */
async function locking<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
  tries: number,
): Promise<Answer[]> {
  try {
    return await transaction(pool, async (tx) => {
      const states = await load(actor, tx, batch, true);
      // A statement of its own, after the lock: it must see what the lock's former holder has committed.
      const inbox = await findHandled(tx, batch);
      const cache = emptyCache();
      for (let fetches = 0; fetches <= MAX_FETCHES; fetches++) {
        const journal = actor.ledger && lockedJournal(actor.ledger, cache);
        const { answers, changes } = decideAll(actor, batch, states, journal, inbox);
        if (!journal || !hasMisses(journal.misses)) {
          await saveAny(actor, tx, changes);
          return answers;
        }
        await fetchMisses(tx, cache, journal.misses);
      }
      throw NON_DETERMINISTIC;
    });
  } catch (error) {
    if (tries === 1 || !isConflict(error)) throw error;
    return locking(actor, pool, batch, tries - 1);
  }
}

/**
 * The connection broke during the commit, so the outcome is unknown. Once the database is back, the inbox says which
 * commands with an id were done; the rest of those are done then. A command without an id gets OUTCOME_UNKNOWN.
 */
async function resolveUnknown<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
): Promise<Answer[]> {
  const unknown = fail('OUTCOME_UNKNOWN');
  for (const command of batch) if (!command.command_id) rejectEntry(command, unknown);
  const named = batch.filter(({ command_id }) => command_id);
  if (named.length === 0) return [];
  for (const delay_ms of RECONNECT_DELAYS_MS) {
    await world.sleep(delay_ms);
    try {
      return await locking(actor, pool, named, LOCKED_TRIES);
    } catch (error) {
      if (isConflict(error) || error === NON_DETERMINISTIC)
        return resolveInParts(actor, pool, named, unknown);
      if (!isTransient(error) && !isDisconnected(error)) throw error;
    }
  }
  return named.map((command) => () => rejectEntry(command, unknown));
}

/** After a refusal: split as in the mailbox. The culprit hurts only itself; later commands of its key in the batch wait. */
async function resolveInParts<S extends State>(
  actor: Actor<S>,
  pool: Pool,
  batch: Command<S>[],
  unknown: Error,
): Promise<Answer[]> {
  await bisect(async (part) => {
    const answers = await locking(actor, pool, part, LOCKED_TRIES).catch((error: unknown) => {
      // This attempt did nothing, but the one that broke may have.
      throw isTransient(error) || isDisconnected(error) ? unknown : error;
    });
    for (const answer of answers) answer();
  }, batch);
  return [];
}

async function load<S extends State>({ store }: Actor<S>, db: Database, batch: Command<S>[], lock: boolean) {
  // A row that a command may create is assumed missing; if it exists, the insert fails, and it is loaded.
  const isLoaded = ({ mode }: Command<S>) => mode === 'existing' || (lock && mode === 'upsert');
  const keys = new Set(batch.filter(isLoaded).map(({ key }) => key));
  const states = keys.size > 0 ? await store.load(db, [...keys], lock) : [];
  return new Map(states.map((state) => [state.id, state]));
}

async function findHandled<S>(db: Database, batch: Command<S>[]): Promise<Map<string, InboxRow>> {
  const ids = batch.map(({ command_id }) => command_id).filter((id) => id !== null);
  const { rows } = await db.query<InboxRow>('select * from inbox where command_id = any($1::uuid[])', [ids]);
  return new Map(rows.map((row) => [row.command_id, row]));
}

const saveAny = async <S extends State>({ store }: Actor<S>, db: Database, changes: Changes<S>) => {
  const isEmpty = Object.values(changes).every((set: unknown[]) => set.length === 0);
  if (!isEmpty) await store.save(db, changes);
};
