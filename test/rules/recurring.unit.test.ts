import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simulated } from './recurring.ts';

const names = simulated().acts.map(({ name }) => name);
// What moves things on comes more often than what ends them.
const often = ['deliverPledge', 'deliverSubscription', 'fire', 'capture', 'fail', 'expire', 'settleLate'];
const someActs = fc.array(
  fc.record({ name: fc.constantFrom(...names, ...often, ...often, ...often), pick: fc.nat(100) }),
  { minLength: 20, maxLength: 120 },
);

test('no period is paid twice, in whatever order timers fire, reports come and people act', () => {
  let most = 0;
  fc.assert(
    fc.property(someActs, (acts) => {
      const gift = simulated();
      for (const { name, pick } of acts) {
        gift.do(name, pick);
        for (const [, paying] of gift.paid()) expect(paying).toHaveLength(1);
        most = Math.max(most, gift.paid().size);
      }
      gift.settle();
      for (const [, paying] of gift.paid()) expect(paying).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
  // Else it would hold of what never happens.
  expect(most).toBeGreaterThan(1);
});

const TIMERS: Record<string, string[]> = {
  ACTIVE: ['subscriptions.renewal'],
  PAST_DUE: ['subscriptions.renewal', 'subscriptions.retry'],
};

test('who is charged is always charged again, what failed is tried again, and what rests or has ended waits for nothing', () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      const gift = simulated();
      for (const { name, pick } of acts) {
        gift.do(name, pick);
        expect(gift.timers()).toEqual(TIMERS[gift.subscription.status] ?? []);
      }
    }),
    { numRuns: 300 },
  );
});
