import type { Totals } from '#contracts';
import { world } from '#lib/world';
import { startTestPlatform, until, type TestPlatform } from '#test/platform';
import { startTestRedis, type TestRedis } from '#test/redis';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aStory, STORY_TOTALS } from './fixture.test.ts';
import { Cache } from './totals.redis.ts';

let server: TestRedis;
let platform: TestPlatform;
beforeAll(async () => {
  server = await startTestRedis();
  const settings = { redis_url: server.url };
  platform = await startTestPlatform({ services: ['campaigns', 'totals'], nodes: 2, settings });
});
afterAll(async () => {
  await platform?.stop();
  await server?.stop();
});

const get = (campaign_id: string, on = 0) => platform.call('totals.get', { campaign_id }, {}, on);
const cached = (campaign_id: string, total: number, on = 0): Promise<Totals> =>
  until(async () => {
    const totals = await get(campaign_id, on);
    return totals.source === 'cache' && totals.total === total ? totals : null;
  });
const keyOf = (campaign_id: string) => `campaign:${campaign_id}:totals`;

test('changes are read from Redis, on every node', async () => {
  const { campaign_id, one, messages } = aStory();
  await platform.deliver('totals', messages);
  expect(await cached(campaign_id, 1200)).toMatchObject({ ...STORY_TOTALS, stale: false });
  await platform.deliver('totals', [one.message('pledge.refunded', [1000, 400])], 1);
  expect(await cached(campaign_id, 1100)).toMatchObject({ refunded: 400 });
  expect(await cached(campaign_id, 1100, 1)).toMatchObject({ refunded: 400 });
  expect(await server.redis.ttl(keyOf(campaign_id))).toBeGreaterThan(0);
});

test('an entry that was flushed, is garbage or of another type is read from the projection, and restored', async () => {
  const { campaign_id, messages } = aStory();
  await platform.deliver('totals', messages);
  const key = keyOf(campaign_id);
  const { source: _, ...figures } = await cached(campaign_id, 1200);
  const { redis } = server;
  const spoilt = [
    () => redis.flushall(),
    () => redis.set(key, '{"total":'),
    () => redis.set(key, '"garbage"'),
    () => redis.set(key, JSON.stringify({ ...figures, source: 'projection', version: 0, total: '9' })),
    () =>
      redis.set(
        key,
        JSON.stringify({ ...figures, source: 'projection', version: 0, campaign_id: world.newId() }),
      ),
    () => redis.del(key).then(() => redis.rpush(key, 'a list')),
  ];
  for (const spoil of spoilt) {
    await spoil();
    expect(await get(campaign_id)).toEqual({ ...figures, source: 'projection' });
    expect(await cached(campaign_id, 1200)).toEqual({ ...figures, source: 'cache' });
  }
});

const at = (version: number): Totals => ({
  campaign_id: world.newId(),
  currency: 'EUR',
  total: version,
  donors: 1,
  pledges: 1,
  refunded: 0,
  as_of: world.now(),
  version,
  source: 'projection',
  stale: false,
});

test('of totals that are written in any order the newest stay', async () => {
  const caches = [0, 1].map(() => new Cache(server.url, () => {}));
  const [older, newer] = [at(9), at(10)];
  older.campaign_id = newer.campaign_id;
  const key = keyOf(newer.campaign_id);
  const written = (version: number, cache: Cache) =>
    until(async () => (await cache.read([newer.campaign_id])).get(newer.campaign_id)?.version === version);
  caches[0]!.write([newer]);
  await written(10, caches[0]!);
  // A mark that is written behind it shows that the older one was handled.
  const mark = at(1);
  caches[1]!.write([older]);
  caches[1]!.write([mark]);
  await until(() => server.redis.exists(keyOf(mark.campaign_id)));
  expect(JSON.parse((await server.redis.get(key))!)).toMatchObject({ version: 10 });
  for (const cache of caches) cache.close();
});

test('while Redis does not answer, messages are applied and totals read; later Redis catches up', async () => {
  const { campaign_id, one, messages } = aStory();
  await platform.deliver('totals', messages);
  await cached(campaign_id, 1200);
  const thaw = server.freeze();
  await platform.deliver('totals', [one.message('pledge.refunded', [1000, 1000])]);
  expect(await get(campaign_id)).toMatchObject({ total: 500, source: 'projection' });
  thaw();
  expect(await cached(campaign_id, 500)).toMatchObject({ refunded: 1000 });
});

test('Redis may be killed and come back: reads go on from the projection, and then from Redis', async () => {
  const { campaign_id, one, messages } = aStory();
  await platform.deliver('totals', messages);
  await cached(campaign_id, 1200);
  await server.kill();
  const reads = await Promise.all(Array.from({ length: 100 }, () => get(campaign_id)));
  for (const read of reads) expect(read).toMatchObject({ ...STORY_TOTALS, source: 'projection' });
  for (let i = 0; i < 20; i++) expect(await get(campaign_id)).toMatchObject(STORY_TOTALS);
  await platform.deliver('totals', [one.message('pledge.refunded', [1000, 500])]);
  await server.restart();
  expect(await cached(campaign_id, 1000)).toMatchObject({ refunded: 500 });
});

test('its loss and its return are logged once each', async () => {
  const news: string[] = [];
  const cache = new Cache(server.url, (each) => news.push(each.split(/,|:/)[0]!));
  const mark = at(1);
  cache.write([mark]);
  await until(() => server.redis.exists(keyOf(mark.campaign_id)));
  await server.kill();
  await until(() => news.length === 1);
  for (let i = 0; i < 5; i++) await cache.read([mark.campaign_id]);
  await server.restart();
  await until(() => news.length === 2);
  cache.close();
  expect(news).toEqual(['Redis is unavailable', 'Redis is back']);
});

test('a Redis that was never there does no harm', async () => {
  const settings = { redis_url: 'redis://127.0.0.1:1' };
  const alone = await startTestPlatform({ services: ['campaigns', 'totals'], settings });
  const { campaign_id, messages } = aStory();
  await alone.deliver('totals', messages);
  const read = await alone.call('totals.get', { campaign_id });
  await alone.stop();
  expect(read).toMatchObject({ ...STORY_TOTALS, source: 'projection' });
});
