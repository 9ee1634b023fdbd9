import { lifecycle } from '#lib/lifecycle';
import { paymentStatuses } from '#contracts/payments';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from './facts.ts';
import { holdingToXState, oneOfEach, reachable, someFacts } from './fixture.test.ts';
import { paymentMachine } from './payment.machine.ts';

const contexts = someFacts.map((facts) => ({ amount: 1000, facts }));
const life = lifecycle(paymentMachine);
const hold = holdingToXState(paymentMachine);

test('its states are the statuses of the contract', () => {
  expect(Object.keys(paymentMachine.states).sort()).toEqual([...paymentStatuses].sort());
});

test.each(paymentStatuses)('%s leads where XState says, whatever happens and is known', (status) => {
  fc.assert(
    fc.property(contexts, (context) => {
      for (const event of oneOfEach) hold(status, event, context);
    }),
  );
});

test('every status can be reached', () => {
  const some = fc.sample(contexts, { numRuns: 500, seed: 1 });
  expect(reachable(paymentMachine, oneOfEach, some)).toEqual(new Set(paymentStatuses));
});

const captured: Facts = { authorized: true, captured: 1000 };
test.each<[string, string, string, Facts]>([
  ['PENDING', 'authorize', 'AUTHORIZED', { authorized: true }],
  ['PENDING', 'capture', 'CAPTURED', captured],
  ['PENDING', 'settle', 'SETTLED', { ...captured, settled: 1000 }],
  ['AUTHORIZED', 'fail', 'FAILED', { failed: true }],
  ['FAILED', 'capture', 'CAPTURED', { ...captured, failed: true }],
  ['CAPTURED', 'refund', 'PARTIALLY_REFUNDED', { ...captured, refunds: { r: 999 } }],
  ['SETTLED', 'refund', 'REFUNDED', { ...captured, settled: 1000, refunds: { r: 1000 } }],
  ['REFUNDED', 'dispute', 'DISPUTED', { ...captured, disputes: { d: { amount: 1, is_won: false } } }],
  ['DISPUTED', 'win', 'CAPTURED', { ...captured, disputes: { d: { amount: 1, is_won: true } } }],
])('%s, %s: %s', (from, type, to, facts) => {
  const event = oneOfEach.find((event) => event.type === type)!;
  expect(life.after(from, event, { amount: 1000, facts })).toBe(to);
});

test('nothing leads back from captured money', () => {
  const before = ['PENDING', 'AUTHORIZED', 'FAILED'];
  fc.assert(
    fc.property(contexts, fc.constantFrom(...oneOfEach), (context, event) => {
      for (const status of paymentStatuses.filter((status) => !before.includes(status)))
        expect(before).not.toContain(life.afterFact(status, event, context));
    }),
  );
});
