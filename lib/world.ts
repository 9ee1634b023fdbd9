// The only source of time, ids, randomness and timers, so that a simulation can own them.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** RFC 3339, UTC, milliseconds. */
export type Instant = string;

export const world = {
  now: (): Instant => new Date().toISOString(),
  nowMs: (): number => Date.now(),
  /** UUIDv7 (RFC 9562): later ids are larger, on one node even within a millisecond, so an index grows at its end. */
  newId: (): string => uuidv7(Date.now(), randomUUID()),
  /** `bytes` of randomness as base64url, for secrets. */
  newSecret: (bytes: number): string => randomBytes(bytes).toString('base64url'),
  /** Runs `work` after the input that is readable now has been read. */
  soon: (work: () => void): void => void setImmediate(work),
  sleep: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
  /** Resolves when `woken` does, or after `ms`. */
  sleepUnless: (woken: Promise<void>, ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      void woken.then(() => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

/** `ms` after `at`. */
export const addMs = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** UUIDv5 (RFC 9562): the same name gives the same id, on every node and at every retry. */
export function uuidv5(name: string): string {
  const hex = createHash('sha1').update(NAMESPACE).update(name).digest('hex');
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

const NAMESPACE = Buffer.from('5c0a5b1e6f0f4c56b6ae3f0d1f6a7c21', 'hex');

let last_ms = 0;
let count = 0;

/** RFC 9562, 6.2, method 1: the 12 bits after the time count the ids of a millisecond; an overflow borrows from the next. */
function uuidv7(now_ms: number, random: string): string {
  if (now_ms > last_ms) [last_ms, count] = [now_ms, 0];
  else if (++count > 0xfff) [last_ms, count] = [last_ms + 1, 0];
  const time = last_ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}${random.slice(18)}`;
}
