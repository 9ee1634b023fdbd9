import { world } from '#lib/world';
import { permutations } from '#machines/facts.fixture';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { testServer } from '#test/postgres';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { aPledge, aStory, STORY_TOTALS } from './fixture.test.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'totals'], nodes: 2 });
});
afterAll(() => platform?.stop());

const get = (campaign_id: string) => platform.call('totals.get', { campaign_id });

test('in every order, one by one and twice, the same messages have the same totals', async () => {
  // 120 orders; on two nodes in turn, so that batches meet.
  const stories = [...permutations([0, 1, 2, 3, 4])].map((order) => ({ order, ...aStory() }));
  await Promise.all(
    stories.map(async ({ order, messages }, i) => {
      const ordered = order.map((at) => messages[at]!);
      for (const message of ordered) await platform.deliver('totals', [message], i % 2);
      await platform.deliver('totals', ordered, (i + 1) % 2);
    }),
  );
  for (const { campaign_id } of stories)
    expect(await get(campaign_id)).toMatchObject({ ...STORY_TOTALS, source: 'projection', stale: false });
});

test('a message delivered to both nodes at once counts once', async () => {
  const { campaign_id, messages } = aStory();
  await Promise.all([0, 1, 0, 1].map((on) => platform.deliver('totals', messages, on)));
  expect(await get(campaign_id)).toMatchObject(STORY_TOTALS);
});

test('when two versions of a pledge meet under one lock, their difference is counted once', async () => {
  const { campaign_id, one, messages } = aStory();
  await platform.deliver('totals', messages);
  for (const [first, second] of [
    [6, 7],
    [9, 8],
  ] as const) {
    const release = await holdPledge(one.pledge_id);
    // On a node each: both have read the same figures when the lock is released.
    const both = [first, second].map((version, on) =>
      platform.deliver('totals', [one.message('pledge.refunded', [1000, 300 + version], version)], on),
    );
    await platform.blocked('totals', 2);
    await release();
    await Promise.all(both);
    const newest = Math.max(first, second);
    expect(await get(campaign_id)).toMatchObject({ total: 1200 - newest, refunded: 300 + newest });
  }
});

test('when two nodes get messages of one new pledge at once, one counts it', async () => {
  const { campaign_id, messages } = aStory();
  await platform.deliver('totals', messages);
  const release = await holdTotals(campaign_id);
  const { message } = aPledge(campaign_id);
  const created = [message('pledge.created', [0]), message('pledge.captured', [50])];
  const both = created.map((each, on) => platform.deliver('totals', [each], on));
  // One waits for the campaign, the other for the first.
  await platform.blocked('totals', 2);
  await release();
  await Promise.all(both);
  expect(await get(campaign_id)).toMatchObject({ total: 1250, pledges: 3, donors: 3 });
});

test('rows are locked in the order of their ids, so that no two batches deadlock', async () => {
  const campaign_id = world.newId();
  const [low, high] = [aPledge(campaign_id), aPledge(campaign_id)]; // later ids are larger
  const first = [low.message('pledge.captured', [1]), high.message('pledge.captured', [1])];
  await platform.deliver('totals', first);
  const release = await holdPledge(low.pledge_id);
  const again = [high.message('pledge.captured', [2]), low.message('pledge.captured', [2])];
  const both = [again, again.toReversed()].map((messages, on) => platform.deliver('totals', messages, on));
  await platform.blocked('totals', 2);
  const releaseHigh = await hold('select from pledge_figures where pledge_id = $1', high.pledge_id, 'nowait');
  await releaseHigh();
  await release();
  await Promise.all(both);
  expect(await get(campaign_id)).toMatchObject({ total: 4, pledges: 2 });
});

test('a chargeback subtracts; its reversal and a failed refund add again', async () => {
  const { campaign_id, one, other, messages } = aStory();
  await platform.deliver('totals', [...messages, other.message('pledge.charged_back', [500, 0, 500])]);
  expect(await get(campaign_id)).toMatchObject({ total: 700, refunded: 300, donors: 2 });
  await platform.deliver('totals', [other.message('pledge.chargeback_reversed', [500])]);
  expect(await get(campaign_id)).toMatchObject(STORY_TOTALS);
  await platform.deliver('totals', [one.message('pledge.refund_reversed', [1000, 0])]);
  expect(await get(campaign_id)).toMatchObject({ total: 1500, refunded: 0 });
});

test('money that was both refunded and charged back counts as lost twice: the total is below 0', async () => {
  const { campaign_id, one, other, messages } = aStory();
  await platform.deliver('totals', messages);
  await platform.deliver('totals', [one.message('pledge.charged_back', [1000, 1000, 1000])]);
  await platform.deliver('totals', [other.message('pledge.refunded', [500, 500])]);
  expect(await get(campaign_id)).toMatchObject({ total: -1000, refunded: 1500 });
});

test('a donor who gives twice is one; and none once nothing of theirs counts', async () => {
  const { campaign_id, one, messages } = aStory();
  const again = aPledge(campaign_id, one.donor_id);
  await platform.deliver('totals', [...messages, again.message('pledge.captured', [1])]);
  expect(await get(campaign_id)).toMatchObject({ total: 1201, donors: 2, pledges: 3 });
  await platform.deliver('totals', [again.message('pledge.captured', [0])]);
  expect(await get(campaign_id)).toMatchObject({ total: 1200, donors: 2 });
  await platform.deliver('totals', [one.message('pledge.captured', [0])]);
  expect(await get(campaign_id)).toMatchObject({ total: 500, donors: 1, pledges: 3 });
});

test('a version counts changes, and nothing else', async () => {
  const { campaign_id, one, messages } = aStory();
  for (const message of messages) await platform.deliver('totals', [message]);
  const { version } = await get(campaign_id);
  expect(version).toBe(messages.length);
  await platform.deliver('totals', [...messages, one.message('pledge.refunded', [1000, 300])]);
  expect(await get(campaign_id)).toMatchObject({ version });
});

test('a published campaign has totals of 0; an unknown one has none', async () => {
  const { campaign_id, messages } = aStory();
  await platform.deliver('totals', messages.slice(0, 1));
  expect(await get(campaign_id)).toMatchObject({ total: 0, donors: 0, pledges: 0, currency: 'EUR' });
  await expect(get(world.newId())).rejects.toMatchObject({ type: 'CAMPAIGN_NOT_FOUND' });
});

test('while the database is unavailable, a default is returned that says so; and the figures again afterwards', async () => {
  const { campaign_id, messages } = aStory();
  await platform.deliver('totals', messages);
  const name = new URL(platform.settings.databases['totals']!).pathname.slice(1);
  const admin = new pg.Client(testServer().adminUrl);
  await admin.connect();
  const allow = (isAllowed: boolean) =>
    admin.query(`alter database ${pg.escapeIdentifier(name)} allow_connections ${isAllowed}`);
  platform.db('totals').on('error', () => {}); // the test's own connections end as well
  await allow(false);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  expect(await get(campaign_id)).toMatchObject({ total: 0, currency: null, source: 'default', stale: true });
  await allow(true);
  await admin.end();
  expect(await get(campaign_id)).toMatchObject({ total: 1200, source: 'projection', stale: false });
});

const holdPledge = (pledge_id: string) => hold('select from pledge_figures where pledge_id = $1', pledge_id);
const holdTotals = (campaign_id: string) =>
  hold('select from campaign_totals where campaign_id = $1', campaign_id);

/** Locks rows as a rival would; returns their release. */
async function hold(rows: string, id: string, orElse = ''): Promise<() => Promise<void>> {
  const rival = await platform.db('totals').connect();
  await rival.query('begin');
  await rival.query(`${rows} for update ${orElse}`, [id]);
  return async () => {
    await rival.query('commit');
    rival.release();
  };
}
