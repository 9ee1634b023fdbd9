import { coalescing } from '#lib/coalescing';
import { expect, test } from '@jest/globals';

/** Queries that end when the test says so. */
function staged() {
  const queries: { keys: string[]; answer(found: [string, string][]): void; fail(error: Error): void }[] = [];
  const read = coalescing<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        queries.push({ keys, answer: (found) => resolve(new Map(found)), fail: reject });
      }),
  );
  return { read, queries };
}

const aTurn = () => new Promise(setImmediate);

test('a read is queried at once when nothing is under way', () => {
  const { read, queries } = staged();
  void read('a');
  expect(queries.map(({ keys }) => keys)).toEqual([['a']]);
});

test('a thousand reads of one key during a query cost one more query, which begins after they were asked for', async () => {
  const { read, queries } = staged();
  const first = read('a');
  const herd = Array.from({ length: 1000 }, () => read('a'));
  queries[0]!.answer([['a', 'old']]);
  await aTurn();
  queries[1]!.answer([['a', 'new']]);
  expect(await first).toBe('old');
  expect(new Set(await Promise.all(herd))).toEqual(new Set(['new']));
  expect(queries).toHaveLength(2);
});

test('different keys that wait share a query, and a missing one is undefined', async () => {
  const { read, queries } = staged();
  void read('a');
  const [b, c] = [read('b'), read('c')];
  queries[0]!.answer([]);
  await aTurn();
  expect(queries[1]!.keys).toEqual(['b', 'c']);
  queries[1]!.answer([['b', 'B']]);
  expect(await Promise.all([b, c])).toEqual(['B', undefined]);
});

test('a query that fails rejects its own reads, and the next is tried', async () => {
  const { read, queries } = staged();
  const a = read('a');
  const b = read('b');
  queries[0]!.fail(new Error('unavailable'));
  await expect(a).rejects.toThrow('unavailable');
  queries[1]!.answer([['b', 'B']]);
  expect(await b).toBe('B');
});
