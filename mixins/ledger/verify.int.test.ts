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
  wish,
} from './wallets.fixture.ts';

let platform: TestPlatform;
let mine: string;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [wallets] });
  await makeTables(platform);
  mine = await funded(platform, 100);
  const [first, second] = [pend(mine, 'world:', 20), pend(mine, 'world:', 30)];
  const dollars = { ...post('world:usd', anAccount(), 7), currency: 'USD' };
  await wish(platform, await aWallet(platform), {
    transfers: [first, second, postPending(first.id, 5), dollars],
  });
});
afterAll(() => platform.stop());

/** The violations after these statements changed the accounts behind the ledger's back. */
async function foundAfter(...statements: string[]) {
  const client = await platform.service('wallets').db.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement, statement.includes('$1') ? [mine] : []);
    return await verifyLedger(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('finds nothing in a sound ledger', async () => {
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
});

test('finds money that came from nowhere', async () => {
  expect(await foundAfter('update ledger_accounts set credited = credited + 1 where id = $1')).toEqual([
    { what: 'balance_differs', of: mine, expected: 95, found: 96 },
    { what: 'sum_not_zero', of: 'EUR', expected: 0, found: 1 },
  ]);
});

test('finds turnover that no transfer made, even where the balance is right', async () => {
  expect(
    await foundAfter(
      'update ledger_accounts set credited = credited + 1, debited = debited + 1 where id = $1',
    ),
  ).toEqual([{ what: 'balance_differs', of: mine, expected: 95, found: 95 }]);
});

test('finds a reserved amount without a pending transfer', async () => {
  expect(await foundAfter('update ledger_accounts set reserved = 31 where id = $1')).toEqual([
    { what: 'reserved_differs', of: mine, expected: 30, found: 31 },
  ]);
});

test('finds an account that is missing', async () => {
  expect(await foundAfter('delete from ledger_accounts where id = $1')).toEqual([
    { what: 'balance_differs', of: mine, expected: 95, found: 0 },
    { what: 'reserved_differs', of: mine, expected: 30, found: 0 },
    { what: 'sum_not_zero', of: 'EUR', expected: 0, found: -95 },
  ]);
});

test('finds an account below its floor, should the database ever let one fall there', async () => {
  const found = await foundAfter(
    'alter table ledger_accounts drop constraint ledger_accounts_floor',
    'update ledger_accounts set floor = 66 where id = $1',
  );
  expect(found).toEqual([{ what: 'below_floor', of: mine, expected: 66, found: 65 }]);
});
