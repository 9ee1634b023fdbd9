import { watch } from '#test/events';
import { startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPledge, aTelling, TOLD } from './fixture.test.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'totals', 'gateway'] });
});
afterAll(() => platform?.stop());

const open = (campaign_id: string, headers = {}) =>
  watch(`${platform.url}/api/campaigns/${campaign_id}/totals/stream`, headers);

test('who watches a campaign is told what it has, and then of every change', async () => {
  const { campaign_id, one, messages } = aTelling();
  await platform.deliver('totals', messages);
  const { newest, leave } = await open(campaign_id);
  const first = await newest(({ data }) => data['total'] === 1200);
  expect(first).toMatchObject({ event: 'totals', id: String(first.data['version']), data: TOLD });
  await platform.deliver('totals', [one.tells('pledge.refunded', [1000, 500])]);
  const next = await newest(({ data }) => data['total'] === 1000);
  expect(Number(next.id)).toBeGreaterThan(Number(first.id));
  leave();
});

test('a campaign that changes all the time is sent as it is at last', async () => {
  const { campaign_id, messages } = aTelling();
  await platform.deliver('totals', messages);
  const { newest, events, leave } = await open(campaign_id);
  for (let i = 0; i < 100; i++)
    await platform.deliver('totals', [aPledge(campaign_id).tells('pledge.captured', [1])]);
  await newest(({ data }) => data['total'] === 1300);
  const ids = events().map(({ id }) => Number(id));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  leave();
});

test('there is no stream of a campaign that is not there', async () => {
  const { status, leave } = await open(aTelling().campaign_id);
  expect(status).toBe(404);
  leave();
});
