import { world } from '#lib/world';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyLedger } from './index.ts';
import {
  anAccount,
  aWallet,
  funded,
  makeTables,
  pend,
  post,
  postPending,
  wallets,
  refused,
  balancesOf,
  voidPending,
  wish,
} from './wallets.fixture.ts';

let platform: TestPlatform;
let wallet: string;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [wallets] });
  await makeTables(platform);
  wallet = await aWallet(platform);
});
afterAll(async () => {
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
  await platform.stop();
});

test('a pending transfer reserves; posting moves all of it, or a part and releases the rest', async () => {
  const [mine, yours] = [await funded(platform, 100), anAccount()];
  const [all, part] = [pend(mine, yours, 30), pend(mine, yours, 50)];
  await wish(platform, wallet, { transfers: [all, part] });
  expect(await balancesOf(platform, mine, yours)).toEqual([[100, 80], [0, 0]]); // prettier-ignore
  await expect(wish(platform, wallet, { transfers: [post(mine, yours, 21)] })).rejects.toMatchObject(
    refused('below_floor'),
  );
  await wish(platform, wallet, { transfers: [postPending(all.id), postPending(part.id, 10)] });
  expect(await balancesOf(platform, mine, yours)).toEqual([[60, 0], [40, 0]]); // prettier-ignore
});

test('a voided transfer releases what it reserved', async () => {
  const [mine, yours] = [await funded(platform, 100), anAccount()];
  const transfer = pend(mine, yours, 100);
  await wish(platform, wallet, { transfers: [transfer] });
  await wish(platform, wallet, { transfers: [voidPending(transfer.id)] });
  expect(await balancesOf(platform, mine, yours)).toEqual([[100, 0], [0, 0]]); // prettier-ignore
});

test('a pending transfer is reserved, posted and refused in one decision as in several', async () => {
  const [mine, yours] = [await funded(platform, 100), anAccount()];
  const transfer = pend(mine, yours, 100);
  await wish(platform, wallet, { transfers: [transfer, postPending(transfer.id, 70)] });
  expect(await balancesOf(platform, mine, yours)).toEqual([[30, 0], [70, 0]]); // prettier-ignore
});

test('a decision that ends a pending transfer twice is refused as a whole', async () => {
  const mine = await funded(platform, 100);
  const transfer = pend(mine, 'world:', 50);
  await wish(platform, wallet, { transfers: [transfer] });
  const ends = [postPending(transfer.id), voidPending(transfer.id)];
  await expect(wish(platform, wallet, { transfers: ends })).rejects.toMatchObject(refused('pending_ended'));
  expect(await balancesOf(platform, mine)).toEqual([[100, 50]]);
});

test('a pending transfer ends once', async () => {
  const mine = await funded(platform, 100);
  const transfer = pend(mine, 'world:', 50);
  await wish(platform, wallet, { transfers: [transfer] });
  const end = postPending(transfer.id);
  await wish(platform, wallet, { transfers: [end] });
  await wish(platform, wallet, { transfers: [end] }); // the same: it happened already
  for (const other of [postPending(transfer.id), voidPending(transfer.id)])
    await expect(wish(platform, wallet, { transfers: [other] })).rejects.toMatchObject(
      refused('pending_ended'),
    );
  await expect(
    wish(platform, wallet, { transfers: [postPending(transfer.id, 49, end.id)] }),
  ).rejects.toMatchObject(refused('id_used'));
  expect(await balancesOf(platform, mine)).toEqual([[50, 0]]);
});

test('nothing but a pending transfer can be posted, and no more than its amount', async () => {
  const mine = await funded(platform, 100);
  const transfer = pend(mine, 'world:', 50);
  await wish(platform, wallet, { transfers: [transfer] });
  await expect(wish(platform, wallet, { transfers: [postPending(transfer.id, 51)] })).rejects.toMatchObject(
    refused('exceeds_pending'),
  );
  await expect(wish(platform, wallet, { transfers: [postPending(world.newId())] })).rejects.toMatchObject(
    refused('no_such_pending'),
  );
  const posted = post(mine, 'world:', 1);
  await wish(platform, wallet, { transfers: [posted] });
  await expect(wish(platform, wallet, { transfers: [voidPending(posted.id)] })).rejects.toMatchObject(
    refused('no_such_pending'),
  );
  expect(await balancesOf(platform, mine)).toEqual([[99, 50]]);
});
