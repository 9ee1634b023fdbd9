import type { Params } from '#contracts';
import type { Meta } from '#lib/service';
import { world } from '#lib/world';
import { aDraft } from '#test/fundraising';
import { aCaller, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
const owner = { caller: aCaller() };
const stranger = { caller: aCaller() };
const admin = { caller: aCaller(['donor', 'admin']) };
const owner_id = owner.caller.user_id;
/** Of each status one, the oldest first. */
const ids: string[] = [];

beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'payments', 'pledges', 'sandbox', 'totals'] });
  for (const steps of [[], ['publish'], ['publish', 'close']] as const) {
    const { id } = await platform.call('campaigns.create', aDraft(), owner);
    for (const step of steps) await platform.call(`campaigns.${step}`, { id }, owner);
    ids.push(id);
  }
});
afterAll(() => platform?.stop());

const list = async (params: Params<'campaigns.list'>, meta: Meta = {}) =>
  (await platform.call('campaigns.list', { owner_id, ...params }, meta)).data.map(({ id }) => id);

test('campaigns are listed newest first; drafts for their owner and admins alone', async () => {
  const [draft, published, closed] = ids as [string, string, string];
  expect(await list({}, owner)).toEqual([closed, published, draft]);
  expect(await list({}, admin)).toEqual([closed, published, draft]);
  expect(await list({}, stranger)).toEqual([closed, published]);
  expect(await list({})).toEqual([closed, published]);
});

test.each([
  ['DRAFT', 0],
  ['PUBLISHED', 1],
  ['CLOSED', 2],
] as const)('they are found by the status %s', async (status, i) => {
  expect(await list({ status }, owner)).toEqual([ids[i]]);
});

test('a draft does not exist for guests and strangers', async () => {
  const get = (meta: Meta) => platform.call('campaigns.get', { id: ids[0]! }, meta);
  for (const meta of [{}, stranger])
    await expect(get(meta)).rejects.toMatchObject({ type: 'CAMPAIGN_NOT_FOUND' });
  for (const meta of [owner, admin]) expect(await get(meta)).toMatchObject({ id: ids[0], status: 'DRAFT' });
});

test('a guest drafts nothing', async () => {
  await expect(platform.call('campaigns.create', aDraft())).rejects.toMatchObject({
    type: 'SIGN_IN_REQUIRED',
  });
});

test('pages by their cursors hold every campaign once, and the last one says so', async () => {
  const many = { caller: aCaller() };
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.push((await platform.call('campaigns.create', aDraft(), many)).id);
  const wanted = { owner_id: many.caller.user_id, limit: 3 };
  made.reverse();
  const seen: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof next>> = await next(cursor);
    seen.push(page.data.map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor);
  expect(seen).toEqual([made.slice(0, 3), made.slice(3, 6), made.slice(6)]);

  function next(cursor: string | null) {
    return platform.call('campaigns.list', { ...wanted, ...(cursor ? { cursor } : {}) }, many);
  }
});

test('a page that holds all has no next one', async () => {
  expect(await platform.call('campaigns.list', { owner_id, limit: 3 }, owner)).toMatchObject({
    next_cursor: null,
  });
});

test('a retry with the same Idempotency-Key drafts one campaign', async () => {
  const meta = { caller: aCaller(), idempotency_key: world.newId() };
  const [first, second] = [
    await platform.call('campaigns.create', aDraft(), meta),
    await platform.call('campaigns.create', aDraft(), meta),
  ];
  expect(second).toEqual(first);
});

test('what others are told has the version that was saved', async () => {
  await platform.quiet();
  const { rows } = await platform
    .db('pledges')
    .query('select status, version from campaign_views where campaign_id = $1', [ids[2]]);
  const { status, version } = await platform.call('campaigns.view', { id: ids[2]! });
  expect(rows).toEqual([{ status, version }]);
});
