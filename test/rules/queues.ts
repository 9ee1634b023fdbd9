// How messages travel in the stories.

/** Messages to be delivered, by key. */
export function queues(seed: number | undefined) {
  let drawn = seed ?? 0;
  /** From 0 to n - 1, by a linear congruential generator. */
  const below = (n: number) => {
    if (seed === undefined) return 0;
    drawn = (drawn * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((drawn / 2 ** 32) * n);
  };
  const waiting = new Map<string, (() => void)[]>();
  function deliver(key: string) {
    const [first, ...rest] = waiting.get(key)!;
    if (rest.length > 0) waiting.set(key, rest);
    else waiting.delete(key);
    first!();
  }
  function deliverSome() {
    while (waiting.size > 0) {
      const key = [...waiting.keys()][below(waiting.size + 1)];
      if (key === undefined) return;
      deliver(key);
    }
  }
  function deliverAll() {
    while (waiting.size > 0) deliver([...waiting.keys()][below(waiting.size)]!);
  }
  const put = (key: string, handle: () => void) => waiting.set(key, [...(waiting.get(key) ?? []), handle]);
  return { put, deliverSome, deliverAll };
}
