import { lifecycle } from '#lib/lifecycle';
import { paymentStatuses } from '#contracts/finance/payment.shapes';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from './facts.ts';
import { holdingToXState, oneOfEach, pathsOf, rarer, reachable, someFacts } from '../facts.fixture.ts';
import { paymentMachine } from './payment.machine.ts';

const events = [...oneOfEach, ...rarer];
const contexts = someFacts.map((facts) => ({ amount: 1000, facts }));
const life = lifecycle(paymentMachine);
const hold = holdingToXState(paymentMachine);

test('its states are the statuses of the contract', () => {
  expect(Object.keys(paymentMachine.states).sort()).toEqual([...paymentStatuses].sort());
});

test.each(paymentStatuses)('%s leads where XState says, with any event and any facts', (status) => {
  fc.assert(
    fc.property(contexts, (context) => {
      for (const event of events) hold(status, event, context);
    }),
  );
});

test('every status can be reached', () => {
  const some = fc.sample(contexts, { numRuns: 500, seed: 1 });
  expect(reachable(paymentMachine, events, some)).toEqual(new Set(paymentStatuses));
});

test('each event leads where this table says, and nowhere else', () => {
  const standing = ['CAPTURED', 'DISPUTED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'SETTLED'];
  const money = Object.fromEntries(
    ['capture', 'settle', 'refund', 'fail_refund', 'dispute', 'win'].map((event) => [event, standing]),
  );
  const some = fc.sample(contexts, { numRuns: 2000, seed: 1 });
  expect(pathsOf(paymentMachine, events, some)).toEqual({
    PENDING: { ...money, authorize: ['AUTHORIZED'], fail: ['FAILED'], void: ['VOIDED'] },
    AUTHORIZED: { ...money, fail: ['FAILED'], void: ['VOIDED'] },
    FAILED: { ...money, void: ['VOIDED'] },
    VOIDED: money,
    ...Object.fromEntries(standing.map((status) => [status, money])),
  });
});

const captured: Facts = { authorized: true, captured: [1000] };
test.each<[string, string, string, Facts]>([
  ['PENDING', 'authorize', 'AUTHORIZED', { authorized: true }],
  ['PENDING', 'capture', 'CAPTURED', captured],
  ['PENDING', 'settle', 'SETTLED', { ...captured, settled: [1000] }],
  ['AUTHORIZED', 'fail', 'FAILED', { failed: true }],
  ['FAILED', 'capture', 'CAPTURED', { ...captured, failed: true }],
  ['CAPTURED', 'refund', 'PARTIALLY_REFUNDED', { ...captured, refunds: { r: 999 } }],
  ['SETTLED', 'refund', 'REFUNDED', { ...captured, settled: [1000], refunds: { r: 1000 } }],
  ['REFUNDED', 'dispute', 'DISPUTED', { ...captured, disputes: { d: { amount: 1, won: 0 } } }],
  ['DISPUTED', 'win', 'CAPTURED', { ...captured, disputes: { d: { amount: 1, won: 400 } } }],
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
