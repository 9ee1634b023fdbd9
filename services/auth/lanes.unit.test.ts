import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { outcomeOf } from './fixture.test.ts';
import { lanes } from './lanes.ts';

/** Work that ends when it is told to. */
function staged() {
  const started: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const work = (name: string) => () => {
    started.push(name);
    ends.set(name, Promise.withResolvers());
    return ends.get(name)!.promise;
  };
  return { started, ends, work };
}

test('runs no more at once than it may, then the next in the order they came', async () => {
  const run = lanes({ atOnce: 2, waiting: 2 });
  const { started, ends, work } = staged();
  const all = ['a', 'b', 'c', 'd'].map((name) => run(work(name)));
  await setImmediate();
  expect(started).toEqual(['a', 'b']);
  ends.get('b')!.resolve();
  await setImmediate();
  expect(started).toEqual(['a', 'b', 'c']);
  all.push(run(work('e')));
  await setImmediate();
  expect(started).toEqual(['a', 'b', 'c']);
  ends.get('a')!.resolve();
  ends.get('c')!.resolve();
  await setImmediate();
  ends.get('d')!.resolve();
  ends.get('e')!.resolve();
  await Promise.all(all);
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('refuses with BUSY when too many wait, and takes work again afterwards', async () => {
  const run = lanes({ atOnce: 1, waiting: 1 });
  const { ends, work } = staged();
  const [a, b] = [run(work('a')), run(work('b'))];
  expect(await outcomeOf(run(work('c')))).toBe('BUSY');
  ends.get('a')!.resolve();
  await a;
  await setImmediate();
  ends.get('b')!.resolve();
  await b;
  expect(await run(async () => 'done')).toBe('done');
});

test('what fails leaves its place to others', async () => {
  const run = lanes({ atOnce: 1, waiting: 1 });
  const failing = run(() => Promise.reject(new Error('broken')));
  const next = run(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await run(async () => 'again')).toBe('again');
});
