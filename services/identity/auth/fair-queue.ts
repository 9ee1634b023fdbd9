import { fail } from '#lib/errors';

interface Waiter {
  go(): void;
  refuse(error: Error): void;
}

/**
 * Runs at most `atOnce` pieces of work at a time; up to `waiting` more wait. Their owners (`who`) take turns, and each
 * owner's own work is first come, first served. So nobody can keep others out: when all places are taken, a newcomer gets
 * the last place of the owner with most, unless the newcomer would then have as many. Throws BUSY to work without a
 * place, or that loses it; else what the work throws.
 */
export function fairQueue({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  let count = 0;
  // In the order of their turns.
  const queues = new Map<string, Waiter[]>();

  return async function run<T>(who: string, work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1;
    else await turnOf(who);
    try {
      return await work();
    } finally {
      // The place goes to the next in turn without ever being free: so nobody can overtake.
      const next = takeNext();
      if (next) next.go();
      else running -= 1;
    }
  };

  function turnOf(who: string): Promise<void> {
    const own = queues.get(who) ?? [];
    if (count >= waiting) takePlace(own.length);
    count += 1;
    queues.set(who, own);
    return new Promise((go, refuse) => own.push({ go, refuse }));
  }

  /** Frees a place of the owner with most, for one who has `own`. */
  function takePlace(own: number): void {
    const [most] = [...queues.values()].sort((a, b) => b.length - a.length);
    if (!most || most.length <= own + 1) throw fail('BUSY');
    most.pop()!.refuse(fail('BUSY'));
    count -= 1;
  }

  function takeNext(): Waiter | undefined {
    const [first] = queues;
    if (!first) return undefined;
    const [who, queue] = first;
    const next = queue.shift();
    queues.delete(who);
    if (queue.length > 0) queues.set(who, queue);
    count -= 1;
    return next;
  }
}
