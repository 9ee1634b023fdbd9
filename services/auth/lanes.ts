import { fail } from '#lib/errors';

/**
 * Runs at most `atOnce` pieces of work at a time; up to `waiting` more wait, first come first served. Throws BUSY
 * when all those places are taken, else what the work throws.
 */
export function lanes({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];

  return async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1;
    else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve));
    else throw fail('BUSY');
    try {
      return await work();
    } finally {
      // The place goes to the next in the queue without ever being free: nobody can overtake.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
