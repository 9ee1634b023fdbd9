import { openPool } from '#lib/database';
import { world } from '#lib/world';
import type { Command } from '#mixins/actors/actor';
import { committer } from '#mixins/actors/committer';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { probeTransfer, balances, verifyLedger } from './index.ts';
import {
  anAccount,
  aWallet,
  funded,
  makeTables,
  pend,
  post,
  postPending,
  walletActor,
  walletOf,
  wallets,
  balancesOf,
  timeOutAll,
  wish,
  wishing,
  type Wallet,
} from './wallets.fixture.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [wallets], nodes: 2 });
  await makeTables(platform);
});
afterAll(async () => {
  expect(await verifyLedger(platform.service('wallets').db)).toEqual([]);
  await platform.stop();
});

const db = () => platform.db('wallets');
const having = (outcomes: PromiseSettledResult<unknown>[], status: 'fulfilled' | 'rejected') =>
  outcomes.filter((it) => it.status === status);
const reasonsOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((it) =>
    it.status === 'fulfilled' ? 'done' : (it.reason as { data: { reason: string } }).data.reason,
  );
const holdAccount = (id: string) => platform.hold('wallets', 'ledger_accounts', id);

test('of 64 racing spends of one balance, on two nodes, exactly as many win as there is money', async () => {
  const mine = await funded(platform, 200);
  const keys = await Promise.all(Array.from({ length: 64 }, () => aWallet(platform)));
  const release = await holdAccount(mine);
  const racing = Promise.allSettled(
    keys.map((key, i) => wish(platform, key, { transfers: [post(mine, 'world:', 10)] }, i % 2)),
  );
  await platform.blocked('wallets', 2); // a batch of each node
  await release();
  const outcomes = await racing;
  expect(having(outcomes, 'fulfilled')).toHaveLength(20);
  expect(new Set(reasonsOf(outcomes))).toEqual(new Set(['done', 'below_floor']));
  expect(await balancesOf(platform, mine)).toEqual([[0, 0]]);
});

test('a transfer that two nodes make at once happens once, and both succeed', async () => {
  const mine = await funded(platform, 10);
  const transfer = post(mine, 'world:', 10);
  const keys = [await aWallet(platform), await aWallet(platform)];
  const release = await holdAccount(mine);
  const racing = Promise.allSettled(
    keys.map((key, on) => wish(platform, key, { transfers: [transfer] }, on)),
  );
  await platform.blocked('wallets', 2);
  await release();
  expect(reasonsOf(await racing)).toEqual(['done', 'done']);
  expect(await balancesOf(platform, mine)).toEqual([[0, 0]]);
});

test('two nodes that create one account at once both have their effect on it', async () => {
  const [yours, from] = [anAccount(), [anAccount('outside'), anAccount('outside')] as const];
  const release = await holdTransfers();
  const racing = Promise.all(
    from.map(async (account, on) =>
      wish(platform, await aWallet(platform), { transfers: [post(account, yours, 10)] }, on),
    ),
  );
  await platform.blocked('wallets', 2);
  await release();
  await racing;
  expect(await balancesOf(platform, yours, ...from)).toEqual([[20, 0], [-10, 0], [-10, 0]]); // prettier-ignore
});

/** Blocks new transfers until the release. */
async function holdTransfers() {
  const rival = await db().connect();
  await rival.query('begin');
  await rival.query('lock table ledger_transfers in share mode');
  return async () => {
    await rival.query('commit');
    rival.release();
  };
}

test('batches that touch the same accounts in opposite ways never deadlock', async () => {
  const [mine, yours, first] = [
    await funded(platform, 1000),
    await funded(platform, 1000),
    await funded(platform, 1000),
  ];
  const { rows: before } = await db().query<{ deadlocks: string }>(DEADLOCKS);
  const keys = await Promise.all(Array.from({ length: 40 }, () => aWallet(platform)));
  for (let round = 0; round < 5; round++) {
    const release = await holdAccount([mine, yours, first].sort()[0]!);
    const racing = keys.map((key, i) => {
      const [from, to] = [[mine, yours], [yours, mine], [first, mine], [yours, first]][i % 4]!; // prettier-ignore
      return wish(platform, key, { transfers: [post(from!, to!, 1)] }, i % 2);
    });
    await platform.blocked('wallets', 2);
    await release();
    await Promise.all(racing);
  }
  const { rows: after } = await db().query<{ deadlocks: string }>(DEADLOCKS);
  expect(after).toEqual(before);
});

const DEADLOCKS = 'select deadlocks from pg_stat_database where datname = current_database()';

test('when a post and a time-out race, exactly one wins, and the reserved amount is released once', async () => {
  for (const isPostFirst of [true, false]) {
    const mine = await funded(platform, 100);
    const reserved = [pend(mine, 'world:', 60), pend(mine, 'world:', 30)] as const;
    const key = await aWallet(platform);
    await wish(platform, key, { transfers: [...reserved] });
    const release = await holdAccount(mine);
    const posts = () => wish(platform, key, { transfers: [postPending(reserved[0].id)] });
    const timesOut = () => timeOutAll(platform, [reserved[0].id], 1);
    const [first, second] = isPostFirst ? [posts, timesOut] : [timesOut, posts];
    const racing = [first()];
    await platform.blocked('wallets', 1);
    racing.push(second());
    await platform.blocked('wallets', 2);
    await release();
    const outcomes = await Promise.allSettled(racing);
    expect(having(outcomes, 'rejected')).toHaveLength(isPostFirst ? 0 : 1);
    expect(await balancesOf(platform, mine)).toEqual([[isPostFirst ? 40 : 100, 30]]);
    await timeOutAll(platform, [reserved[0].id]); // fired again, it does nothing
    expect(await balancesOf(platform, mine)).toEqual([[isPostFirst ? 40 : 100, 30]]);
  }
});

test('a probe of a transfer under way waits for its outcome', async () => {
  const mine = await funded(platform, 10);
  const transfer = post(mine, 'world:', 10);
  const release = await holdAccount(mine);
  const wished = wish(platform, await aWallet(platform), { transfers: [transfer] });
  await platform.blocked('wallets', 1);
  const asked = probeTransfer(platform.service('wallets', 1), transfer.id);
  await platform.blocked('wallets', 2);
  await release();
  expect(await asked).toBe(true);
  await wished;
});

test('when the connection breaks during the commit, a command with an id is done once', async () => {
  const mine = await funded(platform, 100);
  const key = await aWallet(platform);
  const pool = openPool(platform.settings.databases['wallets']!, () => {});
  const asked = [
    commandOf(wishing(key, { transfers: [post(mine, 'world:', 10)] }, world.newId())),
    commandOf(wishing(key, { transfers: [post(mine, 'world:', 20)] }, world.newId())),
  ];
  const release = await holdAccount(mine);
  const committed = committer(walletActor, pool)(asked.map(({ command }) => command));
  await platform.blocked('wallets', 1);
  await db().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  await release();
  await committed;
  expect(await Promise.all(asked.map(({ answer }) => answer))).toEqual([1, 2]);
  expect(await balancesOf(platform, mine)).toEqual([[70, 0]]);
  expect(await walletOf(platform, key)).toMatchObject({ done: 2, version: 3 });
  await pool.end();
});

test('a command that the database refuses leaves no transfer and no state behind', async () => {
  const mine = await funded(platform, 100);
  const [good, bad] = [await aWallet(platform), await aWallet(platform)];
  await db().query(`create function refuse_it() returns trigger language plpgsql as
    $$ begin raise exception 'refused' using errcode = 'check_violation'; end $$`);
  await db().query(
    `create trigger refused before update on wallets for each row when (old.id = '${bad}') execute function refuse_it()`,
  );
  const transfer = post(mine, 'world:', 20);
  const outcomes = await Promise.allSettled([
    wish(platform, good, { transfers: [post(mine, 'world:', 10)] }),
    wish(platform, bad, { transfers: [transfer] }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await balancesOf(platform, mine)).toEqual([[90, 0]]);
  await db().query('drop trigger refused on wallets');
  await wish(platform, bad, { transfers: [transfer] }); // its id is not spent
  expect(await balancesOf(platform, mine)).toEqual([[70, 0]]);
});

test('a batch without refusals reads no account before it is saved', async () => {
  const mine = await funded(platform, 100);
  const key = await aWallet(platform);
  const release = await holdAccount(mine);
  const wished = wish(platform, key, { transfers: [post(mine, 'world:', 10), pend(mine, 'world:', 5)] });
  await platform.blocked('wallets', 1);
  const { rows } = await db().query<{ query: string }>(
    `select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  await release();
  await wished;
  expect(rows.map(({ query }) => query.includes('insert into ledger_transfers'))).toEqual([true]);
});

test('a balance is read without waiting for its writer', async () => {
  const mine = await funded(platform, 100);
  const release = await holdAccount(mine);
  expect((await balances(platform.service('wallets').db, [mine, 'wallet:nobody'])).get(mine)).toEqual({
    currency: 'EUR',
    balance: 100,
    reserved: 0,
  });
  await release();
});

function commandOf(asked: ReturnType<typeof wishing>) {
  const { promise: answer, resolve, reject } = Promise.withResolvers<unknown>();
  const command: Command<Wallet> = { ...asked, now: world.now(), resolve, reject };
  return { command, answer };
}
