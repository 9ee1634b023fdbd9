import { addMs, world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { probeTransfer, verifyLedger } from './index.ts';
import {
  aWallet,
  funded,
  makeTables,
  pend,
  postPending,
  wallets,
  balancesOf,
  voidPending,
  wish,
} from './wallets.fixture.ts';

let platform: TestPlatform;
let wallet: string;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [wallets], nodes: 2 });
  await makeTables(platform);
  wallet = await aWallet(platform);
});
afterAll(async () => {
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
  await platform.stop();
});

const inHalfAnHour = () => addMs(world.now(), 30 * 60_000);
const due = (id: string) =>
  platform.count('wallets', `timers where name = 'ledger.timeout' and key = $1`, id);
/** Half an hour passes. */
const pass = (ids: string[]) =>
  platform.db('wallets').query('update timers set due_at = now() where key = any($1)', [ids]);

test('a pending transfer that expires is ended, and what it reserved is free again', async () => {
  const mine = await funded(platform, 100);
  const transfers = [10, 20, 30].map((amount) => pend(mine, 'world:', amount, inHalfAnHour()));
  const ids = transfers.map(({ id }) => id);
  await wish(platform, wallet, { transfers });
  expect(await balancesOf(platform, mine)).toEqual([[100, 60]]);
  await pass(ids.slice(0, 2));
  await until(async () => (await due(ids[0]!)) + (await due(ids[1]!)) === 0);
  expect(await balancesOf(platform, mine)).toEqual([[100, 30]]);
  await expect(wish(platform, wallet, { transfers: [postPending(ids[0]!)] })).rejects.toMatchObject({
    data: { reason: 'pending_ended' },
  });
  expect(await probeTransfer(platform.service('wallets'), ids[0]!)).toBe(true); // it did reserve
});

test('what is posted or voided in time is never timed out', async () => {
  const mine = await funded(platform, 100);
  const transfers = [10, 20].map((amount) => pend(mine, 'world:', amount, inHalfAnHour()));
  const ids = transfers.map(({ id }) => id);
  await wish(platform, wallet, { transfers });
  expect(await due(ids[0]!)).toBe(1);
  await wish(platform, wallet, { transfers: [postPending(ids[0]!, 5), voidPending(ids[1]!)] });
  expect([await due(ids[0]!), await due(ids[1]!)]).toEqual([0, 0]);
  expect(await balancesOf(platform, mine)).toEqual([[95, 0]]);
});

test('a refused transfer has no timer', async () => {
  const mine = await funded(platform, 1);
  const transfer = pend(mine, 'world:', 2, inHalfAnHour());
  await wish(platform, wallet, { transfers: [transfer], ready: 'counts' });
  expect(await due(transfer.id)).toBe(0);
});

test('a transfer that is pended and ended in the same batch has no timer', async () => {
  const transfer = pend(await funded(platform, 10), 'world:', 2, inHalfAnHour());
  await wish(platform, wallet, { transfers: [transfer, voidPending(transfer.id)] });
  expect(await due(transfer.id)).toBe(0);
});

test('a thousand that are due at once are timed out soon', async () => {
  const mine = await funded(platform, 1000);
  const transfers = Array.from({ length: 1000 }, () => pend(mine, 'world:', 1, inHalfAnHour()));
  const ids = transfers.map(({ id }) => id);
  await wish(platform, wallet, { transfers });
  expect(await balancesOf(platform, mine)).toEqual([[1000, 1000]]);
  await pass(ids);
  await until(async () => (await balancesOf(platform, mine))[0]![1] === 0);
});
