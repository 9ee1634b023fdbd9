import type { MessageName } from '#contracts';
import { world } from '#lib/world';
import { aDraft } from '#test/fundraising';
import { aCaller } from '#test/callers';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns'] });
});
afterAll(() => platform?.stop());

async function aCampaign(goal_amount: number): Promise<string> {
  const owner = { caller: aCaller() };
  const { id } = await platform.call('campaigns.create', aDraft({ goal_amount }), owner);
  await platform.call('campaigns.publish', { id }, owner);
  return id;
}

type Money = MessageName &
  `pledge.${'captured' | 'refunded' | 'refund_reversed' | 'charged_back' | 'chargeback_reversed'}`;
const moved = (name: Money, campaign_id: string, amount: number) =>
  delivery(name, campaign_id, {
    pledge_id: world.newId(),
    campaign_id,
    donor_id: world.newId(),
    amount,
    currency: 'EUR',
    figures: { captured_amount: amount, refunded_amount: 0, charged_back_amount: 0, version: 2 },
  });
const deliver = (...messages: object[]) => platform.deliver('campaigns', messages);
const raised = async (id: string) => {
  const { raised_amount, funded_at, version } = await platform.call('campaigns.get', { id });
  return { raised_amount, funded_at, version };
};

test('captures, refunds and disputes add up, each message once', async () => {
  const id = await aCampaign(1_000_000);
  const messages = (
    [
      ['pledge.captured', 1000],
      ['pledge.captured', 500],
      ['pledge.refunded', 300],
      ['pledge.refund_reversed', 100],
      ['pledge.charged_back', 500],
      ['pledge.chargeback_reversed', 200],
    ] as const
  ).map(([name, amount]) => moved(name, id, amount));
  expect(await deliver(...messages)).toEqual({ failed: [], waiting: [] });
  expect(await deliver(...messages)).toEqual({ failed: [], waiting: [] });
  expect(await raised(id)).toMatchObject({ raised_amount: 1000, funded_at: null });
});

/** How many messages were ever published. */
async function publishedSoFar(): Promise<number> {
  const { rows } = await platform
    .db('campaigns')
    .query<{ n: number }>('select last_value::int n from outbox_seq_seq');
  return rows[0]!.n;
}

test('500 captures at once are one transaction that changes one row, and publishes once that the goal is reached', async () => {
  const id = await aCampaign(40_000);
  const [before, published] = [await raised(id), await publishedSoFar()];
  const messages = Array.from({ length: 500 }, () => moved('pledge.captured', id, 100));
  expect(await deliver(...messages)).toEqual({ failed: [], waiting: [] });

  expect(await raised(id)).toEqual({
    raised_amount: 50_000,
    version: before.version + 500,
    funded_at: expect.any(String),
  });
  const { rows } = await platform.db('campaigns').query(
    `select xmin::text from campaigns where id = $1
     union select xmin::text from inbox where command_id = any($2::uuid[])`,
    [id, messages.map((message) => message.id)],
  );
  expect(rows).toHaveLength(1);
  expect(await publishedSoFar()).toBe(published + 1);
  // Its publication is its only step.
  expect(await platform.count('campaigns', 'transitions where key = $1', id)).toBe(1);
});

test('money of a missing campaign is a failure, to be retried', async () => {
  const message = moved('pledge.captured', world.newId(), 100);
  expect(await deliver(message)).toMatchObject({ failed: [{ id: message.id }] });
});
