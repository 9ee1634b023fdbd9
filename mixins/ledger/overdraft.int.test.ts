import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyLedger } from './index.ts';
import {
  anAccount,
  aWallet,
  balancesOf,
  funded,
  makeTables,
  timeOutAll,
  wallets,
  wish,
} from './wallets.fixture.ts';
import { pend, post, refused, voidPending } from './wallets.fixture.ts';

let platform: TestPlatform;
let wallet: string;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [wallets] });
  await makeTables(platform);
  wallet = await aWallet(platform);
});
afterAll(() => platform.stop());

const forced = (from: string, amount: number) => ({
  ...post(from, 'world:', amount),
  overdraft: Infinity,
});
const transfers = (...wanted: Parameters<typeof wish>[2]['transfers'] & object) =>
  wish(platform, wallet, { transfers: wanted });

test('what is gone already is taken from an account without funds, which is in debt from then on', async () => {
  const mine = await funded(platform, 100);
  await transfers(forced(mine, 130));
  expect(await balancesOf(platform, mine)).toEqual([[-30, 0]]);
  await expect(transfers(post(mine, 'world:', 1))).rejects.toMatchObject({
    data: { reason: 'below_floor', available: 0 },
  });
});

test('an account that was never used can be in debt as well', async () => {
  const mine = anAccount();
  await transfers(forced(mine, 7));
  expect(await balancesOf(platform, mine)).toEqual([[-7, 0]]);
});

test('an overdraft may have a limit, which an older debt does not use up', async () => {
  const mine = await funded(platform, 10);
  const take = (amount: number) => transfers({ ...post(mine, 'world:', amount), overdraft: 5 });
  await expect(take(16)).rejects.toMatchObject(refused('below_floor'));
  await take(15);
  await take(5);
  expect(await balancesOf(platform, mine)).toEqual([[-10, 0]]);
});

test('a debt is paid first by whatever comes, and only the rest can be spent', async () => {
  const mine = await funded(platform, 10);
  await transfers(forced(mine, 60));
  await transfers(post('world:', mine, 30));
  await expect(transfers(post(mine, 'world:', 1))).rejects.toMatchObject(refused('below_floor'));
  await transfers(post('world:', mine, 50));
  await expect(transfers(post(mine, 'world:', 31))).rejects.toMatchObject({ data: { available: 30 } });
  await transfers(post(mine, 'world:', 30));
  expect(await balancesOf(platform, mine)).toEqual([[0, 0]]);
});

test('what is reserved can be overdrawn too, and is free again when it is voided or times out', async () => {
  const mine = await funded(platform, 10);
  const reserved = { ...pend(mine, 'world:', 25), overdraft: Infinity };
  const late = { ...pend(mine, 'world:', 5), overdraft: Infinity };
  await transfers(reserved, late);
  expect(await balancesOf(platform, mine)).toEqual([[10, 30]]);
  await transfers(voidPending(reserved.id));
  await timeOutAll(platform, [late.id]);
  await transfers(post(mine, 'world:', 10));
  expect(await balancesOf(platform, mine)).toEqual([[0, 0]]);
});

test('a transfer with a ceiling pays a debt, and not more than that', async () => {
  const mine = await funded(platform, 10);
  await transfers(forced(mine, 60));
  const gift = (amount: number) => transfers({ ...post('world:', mine, amount), ceiling: 0 });
  await expect(gift(51)).rejects.toMatchObject({ data: { reason: 'above_ceiling', available: 50 } });
  await gift(20);
  await gift(30);
  await expect(gift(1)).rejects.toMatchObject({ data: { reason: 'above_ceiling', available: 0 } });
});

test('after all of this the ledger verifies', async () => {
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
});
