import { world } from '#lib/world';
import { defineService } from '#mixins/service';
import { delivery, startTestPlatform, type TestPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCounter, counterActor, makeTable, valueOf } from './counters.fixture.ts';
import { becomes } from './decision.ts';
import { subscribe } from './subscribe.ts';

const small = subscribe('payment.captured', {
  actor: counterActor,
  key: ({ purpose }) => purpose.id,
  when: ({ amount }) => amount < 10,
  rule: (counter, { amount }) => becomes({ ...counter, n: counter.n + amount }),
});
const counting = defineService({
  name: 'counters',
  actors: [counterActor],
  actions: [],
  subscriptions: [small],
});

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ services: [], own: [counting] });
  await makeTable(platform);
});
afterAll(() => platform?.stop());

const captured = (id: string, amount: number) => {
  const fact = {
    payment_id: world.newId(),
    purpose: { kind: 'pledge', id },
    amount,
    currency: 'EUR',
  } as const;
  return delivery('payment.captured', fact.payment_id, fact);
};
const taken = { failed: [], waiting: [] };

test('a message that does not concern the service is taken without effect, even where there is no such actor', async () => {
  const id = await aCounter(platform);
  const deliveries = [captured(id, 10), captured(world.newId(), 10), captured(id, 9)];
  expect(await platform.deliver('counters', deliveries)).toEqual(taken);
  expect(await valueOf(platform, id)).toMatchObject({ n: 9, version: 2 });
});
