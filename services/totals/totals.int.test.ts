import type { MessageName } from '#contracts';
import { world } from '#lib/world';
import { permutations } from '#machines/fixture.test';
import { aView } from '#test/fundraising';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { testServer } from '#test/postgres';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'totals'], nodes: 2 });
});
afterAll(() => platform?.stop());

type Moved = Extract<MessageName, `pledge.${string}`>;

/** What is told of a campaign; two donors by their number. */
function aTelling() {
  const campaign_id = world.newId();
  const donors = [world.newId(), world.newId()];
  const moved = (name: Moved, amount: number, donor = 0) =>
    delivery(name, campaign_id, {
      ...{ pledge_id: world.newId(), campaign_id, donor_id: donors[donor]!, amount, currency: 'EUR' },
    });
  const messages = [
    delivery('campaign.published', campaign_id, aView({ campaign_id })),
    moved('pledge.created', 1000),
    moved('pledge.captured', 1000),
    moved('pledge.captured', 500, 1),
    moved('pledge.refunded', 300),
  ];
  return { campaign_id, moved, messages };
}

const get = (campaign_id: string) => platform.call('totals.get', { campaign_id });

test('in every order, one by one and twice, the same is told of the same money', async () => {
  // 120 orders; on two nodes in turn, so that batches meet.
  const stories = [...permutations([0, 1, 2, 3, 4])].map((order) => ({ order, ...aTelling() }));
  await Promise.all(
    stories.map(async ({ order, messages }, i) => {
      const told = order.map((at) => messages[at]!);
      for (const message of told) await platform.hear('totals', [message], i % 2);
      await platform.hear('totals', told, (i + 1) % 2);
    }),
  );
  for (const { campaign_id } of stories)
    expect(await get(campaign_id)).toMatchObject({
      ...{ currency: 'EUR', total: 1200, donors: 2, pledges: 1, refunded: 300 },
      ...{ source: 'projection', stale: false },
    });
});

test('a message told to both nodes at once counts once', async () => {
  const { campaign_id, messages } = aTelling();
  await Promise.all([0, 1, 0, 1].map((on) => platform.hear('totals', messages, on)));
  expect(await get(campaign_id)).toMatchObject({ total: 1200, donors: 2, refunded: 300 });
});

test('a chargeback takes away, its reversal gives back, and neither is a refund', async () => {
  const { campaign_id, messages, moved } = aTelling();
  await platform.hear('totals', [...messages, moved('pledge.charged_back', 700)]);
  expect(await get(campaign_id)).toMatchObject({ total: 500, refunded: 300 });
  await platform.hear('totals', [moved('pledge.chargeback_reversed', 700)]);
  expect(await get(campaign_id)).toMatchObject({ total: 1200, refunded: 300, donors: 2 });
});

test('a donor who gives twice is one', async () => {
  const { campaign_id, messages, moved } = aTelling();
  await platform.hear('totals', [...messages, moved('pledge.captured', 1), moved('pledge.captured', 1)]);
  expect(await get(campaign_id)).toMatchObject({ total: 1202, donors: 2 });
});

test('a published campaign has totals of 0; one that was never heard of has none', async () => {
  const { campaign_id, messages } = aTelling();
  await platform.hear('totals', messages.slice(0, 1));
  expect(await get(campaign_id)).toMatchObject({ total: 0, donors: 0, pledges: 0, currency: 'EUR' });
  await expect(get(world.newId())).rejects.toMatchObject({ type: 'CAMPAIGN_NOT_FOUND' });
});

test('where the database is away, a default is given that says so; and the figures again when it is back', async () => {
  const { campaign_id, messages } = aTelling();
  await platform.hear('totals', messages);
  const name = new URL(platform.settings.databases['totals']!).pathname.slice(1);
  const admin = new pg.Client(testServer().adminUrl);
  await admin.connect();
  const allow = (isAllowed: boolean) =>
    admin.query(`alter database ${pg.escapeIdentifier(name)} allow_connections ${isAllowed}`);
  await allow(false);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  expect(await get(campaign_id)).toMatchObject({ total: 0, currency: null, source: 'default', stale: true });
  await allow(true);
  await admin.end();
  expect(await get(campaign_id)).toMatchObject({ total: 1200, source: 'projection', stale: false });
});
