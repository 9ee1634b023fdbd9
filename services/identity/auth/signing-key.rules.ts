// Which key signs, and from when. Every node decides alike, from the same rows and the time.
import { addMs, type Instant } from '#lib/world';

/** Longer than nodes and clients keep the set of keys without asking again: they know a key before it signs. */
export const PUBLISHED_BEFORE_MS = 15 * 60_000;

/** How long a node keeps the keys that it has read. */
export const REREAD_MS = 60_000;

/** How long a key signs before the next one is made by itself. */
export const SIGNS_FOR_MS = 90 * 24 * 3600_000;

interface Key {
  created_at: Instant;
  signs_at: Instant;
}

/** The key that signs: the one whose turn came last, or the first: nodes' clocks differ. Undefined without any. */
export function currentKey<K extends Key>(keys: readonly K[], at: Instant): K | undefined {
  const sorted = [...keys].sort(inTurn);
  return sorted.findLast(({ signs_at }) => signs_at <= at) ?? sorted[0];
}

/** The key that is published and does not sign yet. */
export const nextKey = <K extends Key>(keys: readonly K[], at: Instant): K | undefined =>
  [...keys].sort(inTurn).find((key) => key.signs_at > at && key !== currentKey(keys, at));

/** When a key that is made now begins to sign: at once where none can. */
export const turnOf = (keys: readonly Key[], at: Instant): Instant =>
  currentKey(keys, at) ? addMs(at, PUBLISHED_BEFORE_MS) : at;

/** Whether it is time to make the next key. */
export function isDue(keys: readonly Key[], at: Instant): boolean {
  if (nextKey(keys, at)) return false;
  const current = currentKey(keys, at);
  return current === undefined || addMs(current.signs_at, SIGNS_FOR_MS) <= at;
}

const inTurn = (a: Key, b: Key) => (a.signs_at < b.signs_at ? -1 : a.signs_at > b.signs_at ? 1 : 0);
