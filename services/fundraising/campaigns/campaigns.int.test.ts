import type { Params } from '#contracts';
import { loadServices, subscribersOf } from '#lib/services';
import { world } from '#lib/world';
import { aDraft } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { startTestPlatform, until, type By, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
const owner = { caller: aCaller() };
const stranger = { caller: aCaller() };
const admin = { caller: aCaller('admin') };
const owner_id = owner.caller.user_id;
/** One of each status, the oldest first. */
const ids: string[] = [];

beforeAll(async () => {
  // Published messages wait for consumers that do not run here, so that the test can read them.
  const subscribers = subscribersOf(await loadServices(['pledges', 'totals']));
  platform = await startTestPlatform({ services: ['campaigns'], settings: { subscribers } });
  for (const steps of [[], ['publish'], ['publish', 'close'], ['publish', 'cancel'], ['cancel']] as const) {
    const { id } = await platform.call('campaigns.create', aDraft(), owner);
    for (const step of steps) await platform.call(`campaigns.${step}`, { id }, owner);
    ids.push(id);
  }
});
afterAll(() => platform?.stop());

const list = async (params: Params<'campaigns.list'>, meta: By = {}) =>
  (await platform.call('campaigns.list', { owner_id, ...params }, meta)).data.map(({ id }) => id);

test('campaigns are listed newest first; those never published for their owner and admins alone', async () => {
  const [, published, closed, cancelled] = ids;
  expect(await list({}, owner)).toEqual(ids.toReversed());
  expect(await list({}, admin)).toEqual(ids.toReversed());
  expect(await list({}, stranger)).toEqual([cancelled, closed, published]);
  expect(await list({})).toEqual([cancelled, closed, published]);
});

test.each([
  ['DRAFT', [0]],
  ['PUBLISHED', [1]],
  ['CLOSED', [2]],
  ['CANCELLED', [4, 3]],
] as const)('they are found by the status %s', async (status, which) => {
  expect(await list({ status }, owner)).toEqual(which.map((i) => ids[i]));
});

test.each([
  ['a draft', 0, 'DRAFT'],
  ['a draft that was cancelled', 4, 'CANCELLED'],
] as const)('%s does not exist for guests and strangers', async (_what, i, status) => {
  const get = (meta: By) => platform.call('campaigns.get', { id: ids[i]! }, meta);
  for (const meta of [{}, stranger])
    await expect(get(meta)).rejects.toMatchObject({ type: 'CAMPAIGN_NOT_FOUND' });
  for (const meta of [owner, admin]) expect(await get(meta)).toMatchObject({ id: ids[i], status });
});

test('a guest can not create a draft', async () => {
  await expect(platform.call('campaigns.create', aDraft())).rejects.toMatchObject({
    type: 'SIGN_IN_REQUIRED',
  });
});

test('pages by their cursors contain every campaign once, and the last one says so', async () => {
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

test('a page that contains all has no next one', async () => {
  expect(await platform.call('campaigns.list', { owner_id, limit: 5 }, owner)).toMatchObject({
    next_cursor: null,
  });
});

test('a retry with the same Idempotency-Key creates one campaign', async () => {
  const meta = { caller: aCaller(), idempotency_key: world.newId() };
  const [first, second] = [
    await platform.call('campaigns.create', aDraft(), meta),
    await platform.call('campaigns.create', aDraft(), meta),
  ];
  expect(second).toEqual(first);
});

const verbs = ['update', 'publish', 'close', 'cancel'] as const;

/** A campaign, still a draft or not, for which the verb is allowed. */
async function aCampaignFor(verb: (typeof verbs)[number]): Promise<string> {
  const { id } = await platform.call('campaigns.create', aDraft(), owner);
  if (verb !== 'publish') await platform.call('campaigns.publish', { id }, owner);
  return id;
}

test.each(verbs)('%s is for the owner and for admins', async (verb) => {
  for (const meta of [owner, admin]) {
    const id = await aCampaignFor(verb);
    const changed = await platform.call(
      `campaigns.${verb}`,
      { id, ...(verb === 'update' ? { title: 'New' } : {}) },
      meta,
    );
    expect(await platform.call('campaigns.get', { id })).toEqual(changed);
  }
  const id = await aCampaignFor(verb);
  const code = verb === 'publish' ? 'CAMPAIGN_NOT_FOUND' : 'PERMISSION_DENIED';
  const ask = (meta: By) => platform.call(`campaigns.${verb}`, { id }, meta);
  await expect(ask(stranger)).rejects.toMatchObject({ type: code });
  await expect(ask({})).rejects.toMatchObject({ type: 'SIGN_IN_REQUIRED' });
});

test('an edit keeps the fields that it does not name, and can remove the end', async () => {
  const draft = aDraft({ ends_at: '2999-01-01T00:00:00Z' });
  const made = await platform.call('campaigns.create', draft, owner);
  const edited = await platform.call(
    'campaigns.update',
    { id: made.id, ends_at: null, goal_amount: 7 },
    owner,
  );
  expect(edited).toEqual({ ...made, ends_at: null, goal_amount: 7, version: 2 });
});

/** The published messages of a campaign: no consumer here takes them from the deliveries. */
async function publishedOf(id: string, consumer = 'pledges') {
  const { rows } = await platform
    .db('campaigns')
    .query<{ message: { name: string; payload: object } }>(
      'select message from deliveries where consumer = $1 and key = $2 order by seq',
      [consumer, id],
    );
  return rows.map(({ message: { name, payload } }) => ({ name, payload }));
}

test('published messages have the version that was saved', async () => {
  const { id } = await platform.call('campaigns.create', aDraft(), owner);
  const steps = { published: 'publish', updated: 'update', closed: 'close', cancelled: 'cancel' } as const;
  const views: unknown[] = [];
  for (const [name, verb] of Object.entries(steps)) {
    await platform.call(`campaigns.${verb}`, { id, ...(verb === 'update' ? { title: 'New' } : {}) }, owner);
    views.push({ name: `campaign.${name}`, payload: await platform.call('campaigns.read_view', { id }) });
  }
  await until(async () => (await publishedOf(id)).length === 4);
  expect(await publishedOf(id)).toEqual(views);
});

const fireNow = (id: string) =>
  platform
    .db('campaigns')
    .query(`update timers set due_at = now() where name = 'campaigns.end' and key = $1`, [id]);
const statusOf = async (id: string) => (await platform.call('campaigns.get', { id })).status;
const fired = (id: string) =>
  until(
    async () =>
      (await platform.count('campaigns', `timers where name = 'campaigns.end' and key = $1`, id)) === 0,
  );

test('at its end a campaign is closed, once', async () => {
  const { id } = await platform.call('campaigns.create', aDraft({ ends_at: '2999-01-01T00:00:00Z' }), owner);
  await platform.call('campaigns.publish', { id }, owner);
  await fireNow(id);
  await until(async () => (await statusOf(id)) === 'CLOSED');
  await fired(id);
  await until(async () => (await publishedOf(id)).length === 2);
  expect((await publishedOf(id)).map(({ name }) => name)).toEqual(['campaign.published', 'campaign.closed']);
});

test('a campaign that is edited, closed or cancelled at once, again and again, has one timer for its end, or none', async () => {
  const ends = async (id: string) => {
    const { rows } = await platform
      .db('campaigns')
      .query<{ due_at: string }>(
        `select due_at::text from timers where name = 'campaigns.end' and key = $1`,
        [id],
      );
    return rows.map(({ due_at }) => due_at.slice(0, 4));
  };
  const { id } = await platform.call('campaigns.create', aDraft({ ends_at: '2998-06-01T00:00:00Z' }), owner);
  expect(await ends(id)).toEqual([]);
  await platform.call('campaigns.publish', { id }, owner);
  expect(await ends(id)).toEqual(['2998']);
  await platform.call('campaigns.update', { id, ends_at: '2999-06-01T00:00:00Z' }, owner);
  expect(await ends(id)).toEqual(['2999']);
  await platform.call('campaigns.cancel', { id }, owner);
  expect(await ends(id)).toEqual([]);
});
