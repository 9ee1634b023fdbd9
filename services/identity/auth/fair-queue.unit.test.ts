import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { outcomeOf } from './fixture.test.ts';
import { fairQueue } from './fair-queue.ts';

/** Work that ends when the test says so. */
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

test('runs no more at once than it may, then the next in the order of arrival', async () => {
  const run = fairQueue({ atOnce: 2, waiting: 2 });
  const { started, ends, work } = staged();
  const all = ['a', 'b', 'c', 'd'].map((name) => run('ann', work(name)));
  await setImmediate();
  expect(started).toEqual(['a', 'b']);
  ends.get('b')!.resolve();
  await setImmediate();
  expect(started).toEqual(['a', 'b', 'c']);
  all.push(run('ann', work('e')));
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

test('refuses with BUSY when too many wait, and accepts work again afterwards', async () => {
  const run = fairQueue({ atOnce: 1, waiting: 1 });
  const { ends, work } = staged();
  const [a, b] = [run('ann', work('a')), run('ann', work('b'))];
  expect(await outcomeOf(run('ann', work('c')))).toBe('BUSY');
  ends.get('a')!.resolve();
  await a;
  await setImmediate();
  ends.get('b')!.resolve();
  await b;
  expect(await run('ann', async () => 'done')).toBe('done');
});

test('work that fails leaves its place to others', async () => {
  const run = fairQueue({ atOnce: 1, waiting: 1 });
  const failing = run('ann', () => Promise.reject(new Error('broken')));
  const next = run('ann', async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await run('ann', async () => 'again')).toBe('again');
});

test('gives every owner a turn, however much one of them brings', async () => {
  const run = fairQueue({ atOnce: 1, waiting: 10 });
  const { started, ends, work } = staged();
  const names = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'];
  const all = names.map((name) => run(name[0]!, work(name)));
  for (let turn = 0; turn < names.length; turn += 1) {
    await setImmediate();
    ends.get(started[turn]!)!.resolve();
  }
  await Promise.all(all);
  expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});

test('when it is full, makes room for a newcomer at the cost of the owner with most', async () => {
  const run = fairQueue({ atOnce: 1, waiting: 3 });
  const { started, ends, work } = staged();
  const outcomes = ['a0', 'a1', 'a2', 'a3', 'b1', 'c1', 'd1', 'a4'].map((name) =>
    outcomeOf(run(name[0]!, work(name))),
  );
  for (let turn = 0; turn < 4; turn += 1) {
    await setImmediate();
    ends.get(started[turn]!)!.resolve();
  }
  // Three owners wait with one each: a fourth has no better claim than they.
  expect(await Promise.all(outcomes)).toEqual(['ok', 'ok', 'BUSY', 'BUSY', 'ok', 'ok', 'BUSY', 'BUSY']);
});
