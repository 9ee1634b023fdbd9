// Donors are exact, whoever a pledge belongs to: accounts claim the gifts of guests, and messages come as they like.
import { world } from '#lib/world';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aPledge, aStory, type Moved } from './fixture.test.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: ['campaigns', 'totals'], nodes: 2 });
});
afterAll(() => platform?.stop());

const get = (campaign_id: string) => platform.call('totals.get', { campaign_id });
/** What a pledge's message says from its claim on. */
const claimedBy = (campaign_id: string, donor_id: string, of: ReturnType<typeof aPledge>) => {
  const { figures } = of;
  return (name: Moved, captured: number, version: number) =>
    delivery(name, campaign_id, {
      pledge_id: of.pledge_id,
      campaign_id,
      donor_id,
      amount: 1,
      currency: 'EUR',
      figures: figures([captured], version),
    });
};

test('an account that claims a gift is the donor in place of the guest', async () => {
  const { campaign_id, one, other, messages } = aStory();
  await platform.deliver('totals', messages);
  const claimed = claimedBy(campaign_id, other.donor_id, one)('pledge.claimed', 1000, 9);
  await platform.deliver('totals', [claimed]);
  expect(await get(campaign_id)).toMatchObject({ donors: 1, pledges: 2 });
  // The money moves on, and is the account's: the last of its gifts keeps it a donor.
  await platform.deliver('totals', [other.message('pledge.captured', [0], 9)]);
  expect(await get(campaign_id)).toMatchObject({ donors: 1 });
  await platform.deliver('totals', [claimedBy(campaign_id, other.donor_id, one)('pledge.captured', 0, 10)]);
  expect(await get(campaign_id)).toMatchObject({ donors: 0, total: 0 });
});

interface Known {
  donor_id: string;
  captured: number;
  version: number;
}

/** A few pledges and donors; each message says whose a pledge is by then, and what it brought. */
const history = fc.array(
  fc.record({ pledge: fc.nat(3), donor: fc.nat(2), captured: fc.constantFrom(0, 100), skips: fc.nat(1) }),
  { minLength: 1, maxLength: 14 },
);

test('whatever is claimed, in whatever order it is told and however often, donors are those who gave', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.infiniteStream(fc.nat(1000)), fc.nat(3), async (steps, random, batches) => {
      const campaign_id = world.newId();
      const donors = [0, 1, 2].map(() => world.newId());
      const pledges = [0, 1, 2, 3].map(() => aPledge(campaign_id));
      const last = new Map<number, Known>();
      const told = steps.map(({ pledge, donor, captured, skips }) => {
        const version = (last.get(pledge)?.version ?? 0) + 1 + skips;
        const donor_id = donors[donor]!;
        last.set(pledge, { donor_id, captured, version });
        return claimedBy(campaign_id, donor_id, pledges[pledge]!)('pledge.claimed', captured, version);
      });
      // Every message, some of them twice, shuffled, in batches that meet on two nodes.
      const next = () => random.next().value as number;
      const sent = [...told, ...told.filter(() => next() % 3 === 0)]
        .map((message) => ({ message, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ message }) => message);
      const size = Math.ceil(sent.length / (batches + 1));
      const parts = Array.from({ length: batches + 1 }, (_, i) => sent.slice(i * size, (i + 1) * size));
      await Promise.all(parts.map((part, i) => platform.deliver('totals', part, i % 2)));

      const known = [...last.values()];
      const givers = known.filter(({ captured }) => captured > 0);
      expect(await get(campaign_id)).toMatchObject({
        donors: new Set(givers.map(({ donor_id }) => donor_id)).size,
        pledges: known.length,
        total: givers.length * 100,
      });
    }),
    { numRuns: 150 },
  );
});
