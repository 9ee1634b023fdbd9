import { world } from '#lib/world';
import { aCampaign } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { startTestPlatform, until, type By, type TestPlatform } from '#test/platform';
import { codeOf } from '#lib/errors';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({
    services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals'],
    nodes: 2,
  });
});
afterAll(() => platform?.stop());

const pledge = (campaign_id: string, meta: By = { caller: aCaller() }, on = 0) =>
  platform.call('pledges.create', { campaign_id, amount: 1000, currency: 'EUR' }, meta, on);
const codeFrom = (asked: Promise<unknown>) => asked.then(() => 'ok', codeOf);

test('a pledge is seen by its donor, the owner of its campaign and admins; for others it does not exist', async () => {
  const { campaign_id, owner } = await aCampaign(platform);
  const donor = aCaller();
  const { pledge_id: id } = await pledge(campaign_id, { caller: donor });
  const get = (meta: By) => codeFrom(platform.call('pledges.get', { id }, meta));
  for (const caller of [donor, owner, aCaller('admin')]) expect(await get({ caller })).toBe('ok');
  expect(await get({ caller: aCaller() })).toBe('PLEDGE_NOT_FOUND');
  expect(await get({})).toBe('PLEDGE_NOT_FOUND');
  const nowhere = platform.call('pledges.get', { id: world.newId() }, { caller: donor });
  expect(await codeFrom(nowhere)).toBe('PLEDGE_NOT_FOUND');
});

test('what is known of the payment is not shown', async () => {
  const { campaign_id } = await aCampaign(platform);
  const meta = { caller: aCaller() };
  const { pledge_id: id } = await pledge(campaign_id, meta);
  expect(await platform.call('pledges.get', { id }, meta)).not.toHaveProperty('facts');
  expect(await platform.call('pledges.cancel', { id }, meta)).not.toHaveProperty('facts');
});

test("a donor's list has their own pledges, newest first, page by page; an admin's has everyone's", async () => {
  const { campaign_id } = await aCampaign(platform);
  const [mine, theirs] = [{ caller: aCaller() }, { caller: aCaller() }];
  const made: [By, string][] = [];
  for (const meta of [mine, theirs, mine, theirs, mine])
    made.push([meta, (await pledge(campaign_id, meta)).pledge_id]);
  // By id, which begins with the millisecond; within one any order is as good.
  const newestFirst = (some: typeof made) =>
    some
      .map(([, id]) => id)
      .sort()
      .reverse();
  const ownIds = newestFirst(made.filter(([meta]) => meta === mine));

  const first = await platform.call('pledges.list', { limit: 2 }, mine);
  const second = await platform.call('pledges.list', { limit: 2, cursor: first.next_cursor! }, mine);
  expect([first, second].map(({ data }) => data.map(({ id }) => id))).toEqual([
    ownIds.slice(0, 2),
    ownIds.slice(2),
  ]);
  expect(second.next_cursor).toBeNull();

  const all = await platform.call('pledges.list', { limit: 5 }, { caller: aCaller('admin') });
  expect(all.data.map(({ id }) => id)).toEqual(newestFirst(made));
});

test("an anonymous donor is not named to the campaign's owner", async () => {
  const { campaign_id, owner } = await aCampaign(platform);
  const donor = { caller: aCaller(), idempotency_key: world.newId() };
  const wish = { campaign_id, amount: 1000, currency: 'EUR', anonymous: true };
  const { pledge_id: id } = await platform.call('pledges.create', wish, donor);
  expect((await platform.call('pledges.get', { id }, { caller: owner })).donor_id).toBeNull();
  expect((await platform.call('pledges.get', { id }, donor)).donor_id).toBe(donor.caller.user_id);
});

test('a cursor that is no cursor is refused', async () => {
  const cursor = Buffer.from('-'.repeat(36)).toString('base64url');
  expect(await codeFrom(platform.call('pledges.list', { cursor }, { caller: aCaller() }))).toBe(
    'VALIDATION_FAILED',
  );
});

test('a campaign that was closed takes no more pledges, soon, on every node', async () => {
  const { campaign_id, owner } = await aCampaign(platform);
  for (const on of [0, 1]) await pledge(campaign_id, undefined, on); // both remember it as open
  await platform.call('campaigns.close', { id: campaign_id }, { caller: owner });
  for (const on of [0, 1]) {
    await until(async () => (await codeFrom(pledge(campaign_id, undefined, on))) === 'CAMPAIGN_NOT_OPEN');
  }
});

test('a campaign that was published a moment ago takes pledges before pledges has heard of it', async () => {
  const { campaign_id } = await aCampaign(platform);
  await platform.quiet();
  await platform.db('pledges').query('delete from campaign_views where campaign_id = $1', [campaign_id]);
  expect(await codeFrom(pledge(campaign_id))).toBe('ok');
});

test('an unknown campaign is not found, and that is not remembered', async () => {
  expect(await codeFrom(pledge(world.newId()))).toBe('CAMPAIGN_NOT_FOUND');
});
