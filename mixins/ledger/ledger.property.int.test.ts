import { startTestPlatform, type TestPlatform } from '#test/platform';
import { world } from '#lib/world';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { probeTransfer, verifyLedger, type Transfer } from './index.ts';
import { model } from './model.fixture.ts';
import {
  anAccount,
  aWallet,
  makeTables,
  walletLedger,
  wallets,
  balancesOf,
  timeOutAll,
  wish,
} from './wallets.fixture.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [wallets], nodes: 2 });
  await makeTables(platform);
});
afterAll(() => platform.stop());

const RUNS = { numRuns: 60, endOnFailure: false };

/** Few ids and accounts, so that steps collide: a number stands for one of them. */
const anId = fc.nat(25);
const amount = fc.integer({ min: 1, max: 60 });
/** One in eight may overdraw, a little or as it likes. */
const overdraft = fc.nat(15).map((n) => [20, Infinity][n]);
const accounts = fc.tuple(fc.nat(4), fc.nat(4)).filter(([from, to]) => from !== to);
type Step =
  | {
      kind: 'post' | 'pend';
      id: number;
      between: [number, number];
      amount: number;
      overdraft: number | undefined;
    }
  | { kind: 'post_pending'; id: number; pending: number; amount: number | undefined }
  | { kind: 'void_pending'; id: number; pending: number }
  | { kind: 'timeout'; id: number; pending: number }
  | { kind: 'ask'; id: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('post' as const),
      id: anId,
      between: accounts,
      amount,
      overdraft,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pend' as const),
      id: anId,
      between: accounts,
      amount,
      overdraft,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('post_pending' as const),
      id: anId,
      pending: anId,
      amount: fc.option(amount, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('void_pending' as const), id: anId, pending: anId }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('timeout' as const), id: anId, pending: anId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask' as const), id: anId }) },
);

/** Accounts of a run's own: two wallets, one that may owe 100, one without a floor. */
function namesOf() {
  const run = world.newId();
  const names = ['wallet', 'wallet', 'wallet', 'credit', 'outside'].map((kind) => anAccount(kind));
  return { names, uuidv5: (n: number) => `${run} ${n}` };
}

type Named = ReturnType<typeof namesOf>;

const legOf = (
  it: Omit<Extract<Step, { between: unknown }>, 'overdraft'> & { overdraft?: number | undefined },
  { names, uuidv5 }: Named,
) => {
  const [from, to] = it.between.map((n) => names[n]!) as [string, string];
  const leg = { id: uuidv5(it.id), kind: it.kind, from, to, amount: it.amount, currency: 'EUR' };
  return it.overdraft === undefined ? leg : { ...leg, overdraft: it.overdraft };
};

/** A step's transfer; null: the step is none. */
function transferOf(it: Step, named: Named): Transfer | null {
  if (it.kind === 'timeout' || it.kind === 'ask') return null;
  if ('between' in it) return legOf(it, named);
  const [id, pending_id] = [named.uuidv5(it.id), named.uuidv5(it.pending)];
  if (it.kind === 'void_pending') return { id, kind: it.kind, pending_id };
  return { id, kind: it.kind, pending_id, ...(it.amount !== undefined && { amount: it.amount }) };
}

const outcomeOf = (wished: Promise<unknown>) =>
  wished.then(
    () => null,
    (error: { data?: { reason?: string } }) => error.data?.reason ?? error,
  );

test('any sequence, in any batches, on either node, has the outcomes and balances of a ledger in memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(step, { maxLength: 12 }), fc.nat(1)), { maxLength: 8 }),
      async (batches) => {
        const run = namesOf();
        const small = model((account) => walletLedger.floorOf(account));
        const wallet = await aWallet(platform);
        for (const [steps, on] of batches) {
          const wished: Promise<unknown>[] = [];
          const expected: unknown[] = [];
          for (const it of steps) {
            const transfer = transferOf(it, run);
            if (!transfer) continue;
            wished.push(outcomeOf(wish(platform, wallet, { transfers: [transfer] }, on)));
            expected.push(small.transfer(transfer));
          }
          expect(await Promise.all(wished)).toEqual(expected);
          for (const it of steps) {
            if (it.kind === 'timeout') {
              await timeOutAll(platform, [run.uuidv5(it.pending)], on);
              small.timeOut(run.uuidv5(it.pending));
            }
            if (it.kind === 'ask')
              expect(await probeTransfer(platform.service('wallets', on), run.uuidv5(it.id))).toBe(
                small.probeTransfer(run.uuidv5(it.id)),
              );
          }
        }
        expect(await balancesOf(platform, ...run.names)).toEqual(small.balancesOf(run.names));
      },
    ),
    RUNS,
  );
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
});

test('several transfers of one decision happen as a whole or not at all, as in memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.tuple(accounts, amount), { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
      async (wishes) => {
        const run = namesOf();
        const balance = new Map(run.names.map((name) => [name, 0]));
        const wallet = await aWallet(platform);
        const wished: Promise<unknown>[] = [];
        const expected: boolean[] = [];
        for (const [i, legs] of wishes.entries()) {
          const transfers = legs.map(([between, amount], j) =>
            legOf({ kind: 'post', id: i * 10 + j, between, amount }, run),
          );
          wished.push(outcomeOf(wish(platform, wallet, { transfers })));
          const after = new Map(balance);
          const isDone = transfers.every(({ from, to, amount }) => {
            const left = after.get(from)! - amount;
            after.set(from, left).set(to, after.get(to)! + amount);
            return left >= (walletLedger.floorOf(from) ?? -Infinity);
          });
          if (isDone) for (const [name, n] of after) balance.set(name, n);
          expected.push(isDone);
        }
        expect((await Promise.all(wished)).map((outcome) => outcome === null)).toEqual(expected);
        const found = await balancesOf(platform, ...run.names);
        expect(found.map((it) => it?.[0] ?? 0)).toEqual([...balance.values()]);
      },
    ),
    RUNS,
  );
});

test('whatever many actors ask for on two nodes at once, the balances are those of the replies', async () => {
  const keys = await Promise.all(Array.from({ length: 6 }, () => aWallet(platform)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ between: accounts, amount, key: fc.nat(5), on: fc.nat(1), id: fc.nat(60) }), {
        minLength: 20,
        maxLength: 120,
      }),
      async (asked) => {
        const run = namesOf();
        // An id stands for one transfer, which many may ask for.
        const transfers = new Map<number, ReturnType<typeof legOf>>();
        for (const it of asked) {
          if (!transfers.has(it.id)) transfers.set(it.id, legOf({ kind: 'post', ...it }, run));
        }
        const outcomes = await Promise.all(
          asked.map(({ key, on, id }) =>
            outcomeOf(wish(platform, keys[key]!, { transfers: [transfers.get(id)!] }, on)),
          ),
        );
        const balance = new Map(run.names.map((name) => [name, 0]));
        for (const [id, { from, to, amount }] of transfers) {
          const answers = new Set(outcomes.filter((_, i) => asked[i]!.id === id).map((it) => it === null));
          expect(answers.size).toBe(1); // all get the same answer
          if (!answers.has(true)) continue;
          balance.set(from, balance.get(from)! - amount).set(to, balance.get(to)! + amount);
        }
        const found = await balancesOf(platform, ...run.names);
        expect(found.map((it) => it?.[0] ?? 0)).toEqual([...balance.values()]);
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
});
