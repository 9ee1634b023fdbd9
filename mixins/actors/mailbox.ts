import { isConflict } from '#lib/database';
import { codeOf, fail } from '#lib/errors';
import type { DeliveryBatch } from '#lib/service';
import { world } from '#lib/world';
import { NON_DETERMINISTIC } from '#mixins/ledger/journal';

export interface MailboxEntry {
  key: string;
  /** The delivery batch it came in: once one message of a key has failed, the later ones wait. */
  delivery_batch?: DeliveryBatch | undefined;
  resolve(reply: unknown): void;
  reject(error: unknown): void;
}

export interface Mailbox<E extends MailboxEntry> {
  put(entry: E): void;
}

// 2 at once: 27,600/s at 64 callers against 25,700 for one; 3 and 4 gave no more. Batches of 128 and 2,048 were no faster than 512.
const CONCURRENCY = 2;
const BATCH_SIZE = 512;
// 20 batches wait at most; beyond that, BUSY at once serves a caller better.
const CAPACITY = 20 * BATCH_SIZE;

/**
 * Group commit: a batch is all that came in while other batches were committed. No timer: an idle mailbox commits
 * an entry in the same turn of the event loop. Two batches under way never share a key, so each key keeps its order.
 */
export function mailbox<E extends MailboxEntry>(
  commit: (batch: E[]) => Promise<void>,
  capacity = CAPACITY,
): Mailbox<E> {
  let waiting: E[] = [];
  let idle = CONCURRENCY;
  let isWoken = false;
  const busyKeys = new Set<string>();

  return {
    put(entry) {
      if (waiting.length >= capacity) return rejectEntry(entry, fail('BUSY'));
      waiting.push(entry);
      if (idle > 0 && !isWoken) {
        isWoken = true;
        world.soon(drain); // after the sockets that are readable now, so that they share the commit
      }
    },
  };

  function drain() {
    isWoken = false;
    while (idle > 0) {
      const batch = take();
      if (batch.length === 0) return;
      void runInLane(batch);
    }
  }

  function take(): E[] {
    const batch: E[] = [];
    const left: E[] = [];
    for (const entry of waiting) {
      (batch.length < BATCH_SIZE && !busyKeys.has(entry.key) ? batch : left).push(entry);
    }
    waiting = left;
    return batch;
  }

  async function runInLane(batch: E[]) {
    idle--;
    for (const { key } of batch) busyKeys.add(key);
    await bisect(commit, batch);
    for (const { key } of batch) busyKeys.delete(key);
    idle++;
    drain();
  }
}

/** The error of a message that was not tried because an earlier one of its key has failed. */
export const blockedByKey = () =>
  Object.assign(new Error('An earlier message of its key has failed'), { type: HELD });
export const isBlockedByKey = (error: unknown) => codeOf(error) === HELD;
const HELD = 'HELD_BACK';

/** What the database refuses as a whole, or can't be decided, is split until the culprit stands alone: it hurts only itself. */
export async function bisect<E extends MailboxEntry>(
  commit: (batch: E[]) => Promise<void>,
  batch: E[],
): Promise<void> {
  const [tried, held] = partition(batch, ({ delivery_batch, key }) => !delivery_batch?.failed.has(key));
  for (const { reject } of held) reject(blockedByKey());
  if (tried.length === 0) return;
  try {
    await commit(tried);
  } catch (error) {
    if (tried.length === 1 || (!isConflict(error) && error !== NON_DETERMINISTIC))
      return tried.forEach((entry) => rejectEntry(entry, error));
    const middle = tried.length >> 1;
    await bisect(commit, tried.slice(0, middle));
    await bisect(commit, tried.slice(middle));
  }
}

/** Answers an entry with its failure; those of its key that came with it will wait. */
export function rejectEntry({ delivery_batch, key, reject }: MailboxEntry, error: unknown): void {
  delivery_batch?.failed.add(key);
  reject(error);
}

function partition<E>(entries: E[], belongs: (entry: E) => boolean): [E[], E[]] {
  const [inside, outside]: [E[], E[]] = [[], []];
  for (const entry of entries) (belongs(entry) ? inside : outside).push(entry);
  return [inside, outside];
}
