/**
 * Reads by key, many in one query: what is asked for while a query is under way is asked for together in the next,
 * each key once. No timer: when nothing is under way, a read goes straight through. A read never sees what was there
 * before it asked. `load` gets distinct keys; those it finds nothing for resolve to undefined.
 */
export function coalescing<T>(
  load: (keys: string[]) => Promise<Map<string, T>>,
): (key: string) => Promise<T | undefined> {
  let waiting = new Map<string, PromiseWithResolvers<T | undefined>>();
  let isReading = false;

  return (key) => {
    const asked = waiting.get(key) ?? Promise.withResolvers<T | undefined>();
    waiting.set(key, asked);
    if (!isReading) void readAll();
    return asked.promise;
  };

  async function readAll() {
    isReading = true;
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      try {
        const found = await load([...batch.keys()]);
        for (const [key, { resolve }] of batch) resolve(found.get(key));
      } catch (error) {
        for (const { reject } of batch.values()) reject(error);
      }
    }
    isReading = false;
  }
}
