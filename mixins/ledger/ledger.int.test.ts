import { world } from '#lib/world';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { becomes } from '#mixins/actors/decision';
import { NON_DETERMINISTIC } from './journal.ts';
import { probeTransfer, verifyLedger } from './index.ts';
import {
  anAccount,
  aWallet,
  funded,
  makeTables,
  post,
  walletOf,
  wallets,
  refused,
  balancesOf,
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

const db = () => platform.db('wallets');
const kindOf = async (id: string) =>
  (await db().query<{ kind: string }>('select kind from ledger_transfers where id = $1', [id])).rows[0]?.kind;

test('a transfer moves its amount from one account to the other, and commits with the state', async () => {
  const [mine, yours] = [await funded(platform, 100), anAccount()];
  const { done } = await walletOf(platform, wallet);
  expect(await wish(platform, wallet, { transfers: [post(mine, yours, 60)] })).toBe(done + 1);
  expect(await balancesOf(platform, mine, yours)).toEqual([[40, 0], [60, 0]]); // prettier-ignore
});

test('an account with a floor does not fall below it; one without may owe any amount', async () => {
  const [mine, yours, lent] = [await funded(platform, 100), anAccount(), anAccount('credit')];
  await expect(wish(platform, wallet, { transfers: [post(mine, yours, 101)] })).rejects.toMatchObject(
    refused('below_floor'),
  );
  await wish(platform, wallet, { transfers: [post(lent, yours, 100)] });
  await expect(wish(platform, wallet, { transfers: [post(lent, yours, 1)] })).rejects.toMatchObject(
    refused('below_floor'),
  );
  await wish(platform, wallet, { transfers: [post(anAccount('outside'), yours, 1_000_000)] });
  expect(await balancesOf(platform, mine, lent, yours)).toEqual([[100, 0], [-100, 0], [1_000_100, 0]]); // prettier-ignore
});

test('an account without transfers has no funds', async () => {
  const [empty, yours] = [anAccount(), anAccount()];
  await expect(wish(platform, wallet, { transfers: [post(empty, yours, 1)] })).rejects.toMatchObject(
    refused('below_floor'),
  );
  expect(await balancesOf(platform, empty, yours)).toEqual([null, null]);
});

test('a transfer repeated with the same figures happens once, and no command is refused', async () => {
  const [mine, yours] = [await funded(platform, 100), anAccount()];
  const transfer = post(mine, yours, 60);
  await Promise.all([1, 2, 3].map(() => wish(platform, wallet, { transfers: [transfer] })));
  await wish(platform, wallet, { transfers: [transfer] });
  expect(await balancesOf(platform, mine, yours)).toEqual([[40, 0], [60, 0]]); // prettier-ignore
});

test.each([
  ['another amount', { amount: 61 }],
  ['another giver', { from: 'outside:somebody' }],
  ['another taker', { to: 'outside:somebody' }],
  ['another currency', { currency: 'USD' }],
  ['another kind', { kind: 'pend' as const }],
])('an id repeated with %s is refused, and the first transfer stands', async (_, other) => {
  const [mine, yours] = [await funded(platform, 100), anAccount('outside')];
  const transfer = post(mine, yours, 60);
  await wish(platform, wallet, { transfers: [transfer] });
  await expect(wish(platform, wallet, { transfers: [{ ...transfer, ...other }] })).rejects.toMatchObject(
    refused('id_used'),
  );
  expect(await balancesOf(platform, mine, yours)).toEqual([[40, 0], [60, 0]]); // prettier-ignore
  expect(await kindOf(transfer.id)).toBe('posted');
});

test('the id of a refused transfer is spent: it does not succeed once there is money', async () => {
  const [mine, yours] = [await funded(platform, 10), anAccount()];
  const transfer = post(mine, yours, 20);
  const asked = () => wish(platform, wallet, { transfers: [transfer] });
  await expect(asked()).rejects.toMatchObject(refused('below_floor'));
  await wish(platform, wallet, { transfers: [post('world:', mine, 100)] });
  await expect(asked()).rejects.toMatchObject(refused('id_spent'));
  expect(await probeTransfer(platform.service('wallets'), transfer.id)).toBe(false);
  expect(await balancesOf(platform, mine, yours)).toEqual([[110, 0], null]); // prettier-ignore
});

test('a rule that handles a refusal decides what happens, and nothing of the first decision remains', async () => {
  const [mine, yours] = [await funded(platform, 10), anAccount()];
  const own = await aWallet(platform);
  const first = post('world:', yours, 5);
  await wish(platform, own, { transfers: [first, post(mine, yours, 20)], ready: 'counts' });
  expect(await walletOf(platform, own)).toMatchObject({ done: 0, refused: 1, version: 2 });
  expect(await balancesOf(platform, mine, yours)).toEqual([[10, 0], null]); // prettier-ignore
  expect(await kindOf(first.id)).toBeUndefined(); // its id is not spent
});

test('the decision after a refusal may have transfers of its own, be refused, and decide again', async () => {
  const [mine, other, yours] = [await funded(platform, 10), await funded(platform, 15), anAccount()];
  const own = await aWallet(platform);
  const [second, third] = [post(other, yours, 20), post(other, yours, 15)];
  await wish(platform, own, {
    transfers: [post(mine, yours, 20)],
    ready: (_, it) =>
      becomes({ ...it, refused: 1 }).transferring(second, () =>
        becomes({ ...it, refused: 2 }).transferring(third),
      ),
  });
  expect(await walletOf(platform, own)).toMatchObject({ done: 0, refused: 2 });
  expect(await balancesOf(platform, mine, other, yours)).toEqual([[10, 0], [0, 0], [15, 0]]); // prettier-ignore
});

test('a rule that is not pure is detected, and hurts only itself', async () => {
  const mine = await funded(platform, 10);
  const [own, other] = [await aWallet(platform), await aWallet(platform)];
  const outcomes = await Promise.allSettled([
    wish(platform, own, {
      transfers: [post(mine, 'world:', 20)],
      ready: (_, it) => becomes(it).transferring(post(mine, 'world:', 1)), // with another id each time
    }),
    wish(platform, other, { transfers: [post(mine, 'world:', 10)] }),
  ]);
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: { message: NON_DETERMINISTIC.message } },
    { status: 'fulfilled', value: 1 },
  ]);
});

test('a refusal handler that throws refuses the command, and the id is spent all the same', async () => {
  const [mine, yours] = [await funded(platform, 10), anAccount()];
  const own = await aWallet(platform);
  const transfer = post(mine, yours, 20);
  await expect(wish(platform, own, { transfers: [transfer], ready: 'throws' })).rejects.toMatchObject({
    type: 'TRANSITION_NOT_ALLOWED',
  });
  expect(await walletOf(platform, own)).toMatchObject({ done: 0, refused: 0, version: 1 });
  expect(await kindOf(transfer.id)).toBe('refused');
});

test('in one batch a refusal leaves the other commands alone', async () => {
  const mine = await funded(platform, 100);
  const outcomes = await Promise.allSettled(
    [30, 90, 40, 50].map((amount) => wish(platform, wallet, { transfers: [post(mine, 'world:', amount)] })),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect(await balancesOf(platform, mine)).toEqual([[30, 0]]);
});

test('a credit within a batch counts for the transfers after it, and only for those', async () => {
  const [mine, yours] = [await funded(platform, 10), anAccount()];
  const outcomes = await Promise.allSettled([
    wish(platform, wallet, { transfers: [post(yours, mine, 10)] }),
    wish(platform, wallet, { transfers: [post(mine, yours, 10)] }),
    wish(platform, wallet, { transfers: [post(yours, mine, 4)] }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(await balancesOf(platform, mine, yours)).toEqual([[4, 0], [6, 0]]); // prettier-ignore
});

test('two accounts without funds do not pay each other', async () => {
  const [mine, yours] = [await funded(platform, 1), await funded(platform, 1)];
  const outcomes = await Promise.allSettled([
    wish(platform, wallet, { transfers: [post(mine, yours, 10)] }),
    wish(platform, wallet, { transfers: [post(yours, mine, 10)] }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('an account keeps its currency', async () => {
  const [mine, yours] = [await funded(platform, 100), anAccount()];
  const dollars = { ...post(mine, yours, 1), currency: 'USD' } as never;
  await expect(wish(platform, wallet, { transfers: [dollars] })).rejects.toMatchObject(
    refused('currency_differs'),
  );
  await wish(platform, wallet, { transfers: [post(mine, yours, 1)] }); // the refused one gave it no currency
  expect(await balancesOf(platform, mine, yours)).toEqual([[99, 0], [1, 0]]); // prettier-ignore
});

test('where two currencies meet at a new account in one batch, it takes the first', async () => {
  const yours = anAccount();
  const transfer = post(anAccount('outside'), yours, 1);
  const outcomes = await Promise.allSettled([
    wish(platform, wallet, { transfers: [transfer] }),
    wish(platform, wallet, {
      transfers: [{ ...post(anAccount('outside'), yours, 1), currency: 'USD' }],
    }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])(
  '%p is no amount: the rule is wrong, and no id is spent',
  async (amount) => {
    const transfer = post(anAccount('outside'), anAccount(), amount);
    await expect(wish(platform, wallet, { transfers: [transfer] })).rejects.toThrow('is no amount');
    expect(await kindOf(transfer.id)).toBeUndefined();
  },
);

test('a transfer from an account to itself is an error of the rule', async () => {
  await expect(wish(platform, wallet, { transfers: [post('world:', 'world:', 1)] })).rejects.toThrow(
    'itself',
  );
});

test('an id that was probed before its transfer came can not succeed any more', async () => {
  const [mine, id] = [await funded(platform, 100), world.newId()];
  expect(await probeTransfer(platform.service('wallets'), id)).toBe(false);
  await expect(wish(platform, wallet, { transfers: [post(mine, 'world:', 1, id)] })).rejects.toMatchObject(
    refused('id_spent'),
  );
  expect(await probeTransfer(platform.service('wallets'), id)).toBe(false);
});

test('a probe of a transfer that happened returns true', async () => {
  const transfer = post(await funded(platform, 100), 'world:', 1);
  await wish(platform, wallet, { transfers: [transfer] });
  expect(await probeTransfer(platform.service('wallets'), transfer.id)).toBe(true);
});

test.each([
  'update ledger_transfers set amount = 1',
  'delete from ledger_transfers',
  'truncate ledger_transfers',
])('nobody can %s', async (statement) => {
  await expect(db().query(statement)).rejects.toThrow('transfers are never changed');
});

test('the database itself enforces the floor, whoever writes', async () => {
  const mine = await funded(platform, 100);
  await expect(
    db().query('update ledger_accounts set debited = debited + 101 where id = $1', [mine]),
  ).rejects.toThrow('ledger_accounts_floor');
  await expect(db().query('update ledger_accounts set reserved = 101 where id = $1', [mine])).rejects.toThrow(
    'ledger_accounts_floor',
  );
});
