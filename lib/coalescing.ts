/**
 * Reads by key, many in one query: reads that come while a query is under way share the next one, each key once. No timer:
 * an idle reader queries at once. A read never gets data from before it was asked for. `load` gets distinct keys; those it
 * finds nothing for resolve to undefined.
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

/** Has all who ask while work is under way share its result. */
export function sharing<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => (underWay ??= work().finally(() => (underWay = undefined)));
}
