import { watch } from '#test/events';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPledge, aStory, STORY_TOTALS } from './fixture.test.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'totals', 'gateway'] });
});
afterAll(() => platform?.stop());

const open = (campaign_id: string, headers = {}) =>
  watch(`${platform.url}/api/campaigns/${campaign_id}/totals/stream`, headers);

test('a watcher of a campaign gets its totals, and then every change', async () => {
  const { campaign_id, one, messages } = aStory();
  await platform.deliver('totals', messages);
  const { newest, leave } = await open(campaign_id);
  const first = await newest(({ data }) => data['total'] === 1200);
  expect(first).toMatchObject({ event: 'totals', id: String(first.data['version']), data: STORY_TOTALS });
  await platform.deliver('totals', [one.message('pledge.refunded', [1000, 500])]);
  const next = await newest(({ data }) => data['total'] === 1000);
  expect(Number(next.id)).toBeGreaterThan(Number(first.id));
  leave();
});

test('a campaign that changes all the time is sent in its last state', async () => {
  const { campaign_id, messages } = aStory();
  await platform.deliver('totals', messages);
  const { newest, events, leave } = await open(campaign_id);
  for (let i = 0; i < 100; i++)
    await platform.deliver('totals', [aPledge(campaign_id).message('pledge.captured', [1])]);
  await newest(({ data }) => data['total'] === 1300);
  const ids = events().map(({ id }) => Number(id));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  leave();
});

test('there is no stream of an unknown campaign', async () => {
  const { status, leave } = await open(aStory().campaign_id);
  expect(status).toBe(404);
  leave();
});
