import { codeOf } from '#lib/errors';
import type { DeliveryBatch } from '#lib/service';
import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { isBlockedByKey, mailbox, type MailboxEntry } from './mailbox.ts';

interface Named extends MailboxEntry {
  name: string;
}

/** The error of a batch that Postgres refuses. */
const refusal = Object.assign(new pg.DatabaseError('check violated', 0, 'error'), {
  severity: 'ERROR',
  code: '23514',
});
const isDisconnected = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A mailbox, and its answers. An entry's name begins with its key. */
function opened(commit: (batch: Named[]) => Promise<void>, capacity?: number) {
  const answers: Record<string, unknown> = {};
  const box = mailbox(async (batch: Named[]) => {
    await commit(batch);
    for (const { resolve } of batch) resolve('done');
  }, capacity);
  const put = (names: string, delivery_batch?: DeliveryBatch) => {
    for (const name of names.split(' ')) {
      const answer = (it: unknown) => (answers[name] = it);
      box.put({ name, key: name[0]!, delivery_batch, resolve: answer, reject: answer });
    }
  };
  return { box, put, answers };
}

/** A mailbox whose commits end when the test says so. */
function staged(capacity?: number) {
  const batches: { names: string; done(): void; fail(error: Error): void }[] = [];
  const commit = (batch: Named[]) =>
    new Promise<void>((done, fail) => batches.push({ names: namesOf(batch), done, fail }));
  return { ...opened(commit, capacity), batches, all: () => batches.map(({ names }) => names) };
}

/** A mailbox whose database refuses every batch with this culprit. */
function refusing(culprit: string, error: Error = refusal) {
  const tried: string[] = [];
  const commit = async (batch: Named[]) => {
    tried.push(namesOf(batch));
    if (batch.some(({ name }) => name === culprit)) throw error;
  };
  return { ...opened(commit), tried };
}

const namesOf = (batch: Named[]) => batch.map(({ name }) => name).join(' ');

test('an idle mailbox commits what came in one turn at once', async () => {
  const { put, all } = staged();
  put('a b');
  await setImmediate();
  expect(all()).toEqual(['a b']);
});

test('what comes in while two batches are committed is the next batch', async () => {
  const { put, all, batches } = staged();
  for (const name of ['a', 'b', 'c', 'd']) {
    put(name);
    await setImmediate();
  }
  expect(all()).toEqual(['a', 'b']);
  batches[0]!.done();
  await setImmediate();
  expect(all()).toEqual(['a', 'b', 'c d']);
});

test('a key is never in two batches at once, and keeps its order', async () => {
  const { put, all, batches } = staged();
  put('a1');
  await setImmediate();
  put('a2 b1 a3');
  await setImmediate();
  expect(all()).toEqual(['a1', 'b1']);
  batches[0]!.done();
  await setImmediate();
  expect(all()).toEqual(['a1', 'b1', 'a2 a3']);
});

test('a key is free again after a batch that failed', async () => {
  const { put, all, batches } = staged();
  put('a1');
  await setImmediate();
  batches[0]!.fail(isDisconnected);
  await setImmediate();
  put('a2');
  await setImmediate();
  expect(all()).toEqual(['a1', 'a2']);
});

test('a full mailbox throws BUSY at once, and accepts more as soon as it has room', async () => {
  const { put, batches, answers } = staged(2);
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    put(name);
    await setImmediate();
  }
  expect(codeOf(answers['e'])).toBe('BUSY');
  batches[0]!.done();
  await setImmediate();
  put('f');
  for (const i of [1, 2, 3]) {
    await setImmediate();
    batches[i]?.done();
  }
  await setImmediate();
  expect(answers).toMatchObject({ a: 'done', b: 'done', c: 'done', d: 'done', f: 'done' });
});

test('a refused batch is halved until the culprit is alone', async () => {
  const { put, tried, answers } = refusing('c');
  put('a b c d e');
  await setImmediate();
  expect(tried).toEqual(['a b c d e', 'a b', 'c d e', 'c', 'd e']);
  expect(answers).toEqual({ a: 'done', b: 'done', c: refusal, d: 'done', e: 'done' });
});

test('a batch is not retried when the database is unavailable: every entry is rejected', async () => {
  const { put, tried, answers } = refusing('c', isDisconnected);
  put('a b c');
  await setImmediate();
  expect(tried).toEqual(['a b c']);
  expect(answers).toEqual({ a: isDisconnected, b: isDisconnected, c: isDisconnected });
});

test('once a message of a key has failed, the later ones of its batch wait and other keys pass', async () => {
  const { put, answers, tried } = refusing('k1');
  const delivery_batch = { failed: new Set<string>() };
  put('k1 m1 k2 m2 k3', delivery_batch);
  put('k4', { failed: new Set<string>() });
  await setImmediate();
  expect(answers['k1']).toBe(refusal);
  expect([answers['k2'], answers['k3']].map(isBlockedByKey)).toEqual([true, true]);
  expect(answers).toMatchObject({ m1: 'done', m2: 'done', k4: 'done' });
  // Not even tried: a database that accepts k2 would have put it before k1.
  expect(tried.filter((names) => names.includes('k2')).every((names) => names.includes('k1'))).toBe(true);
});
