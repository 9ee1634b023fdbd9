import { lifecycle } from '#lib/lifecycle';
import { pledgeStatuses } from '#contracts/fundraising/pledge.shapes';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from '../finance/facts.ts';
import {
  holdingToXState,
  oneOfEach,
  pathsOf,
  rarer,
  reachable,
  someAmount,
  someFacts,
} from '../facts.fixture.ts';
import { pledgeMachine } from './pledge.machine.ts';

const decided = [
  { type: 'cancel' },
  { type: 'withdraw' },
  { type: 'expire' },
  { type: 'reinstate' },
  { type: 'resolve' },
] as const;
const events = [...oneOfEach, ...rarer, ...decided];
const contexts = fc.record({
  amount: fc.oneof(fc.constant(1000), someAmount),
  facts: someFacts,
  resolution: fc.constantFrom(null, 'accepted', 'refused'),
});
const life = lifecycle(pledgeMachine);
const hold = holdingToXState(pledgeMachine);

test('its states are the statuses of the contract', () => {
  expect(Object.keys(pledgeMachine.states).sort()).toEqual([...pledgeStatuses].sort());
});

test.each(pledgeStatuses)('%s leads where XState says, with any event and any facts', (status) => {
  fc.assert(
    fc.property(contexts, (context) => {
      for (const event of events) hold(status, event, context);
    }),
  );
});

test('every status can be reached', () => {
  const some = fc.sample(contexts, { numRuns: 500, seed: 1 });
  expect(reachable(pledgeMachine, events, some)).toEqual(new Set(pledgeStatuses));
});

test('each event leads where this table says, and nowhere else', () => {
  const standing = [
    'CAPTURED',
    'CHARGEBACK_REVERSED',
    'CHARGED_BACK',
    'COMPLETED',
    'CONFLICTED',
    'PARTIALLY_REFUNDED',
    'REFUNDED',
  ];
  const money = Object.fromEntries(
    ['capture', 'settle', 'refund', 'fail_refund', 'dispute', 'win'].map((event) => [event, standing]),
  );
  const givenUp = { cancel: ['CANCELLED'], withdraw: ['CANCELLED'] };
  const lost = { fail: ['FAILED'], void: ['FAILED'] };
  const some = fc.sample(contexts, { numRuns: 2000, seed: 1 });
  expect(pathsOf(pledgeMachine, events, some)).toEqual({
    PENDING: { ...money, ...givenUp, ...lost, authorize: ['AUTHORIZED'], expire: ['EXPIRED'] },
    AUTHORIZED: { ...money, ...givenUp, ...lost },
    FAILED: { ...money, withdraw: ['CANCELLED'], expire: ['EXPIRED'] },
    CANCELLED: {},
    EXPIRED: { reinstate: standing, withdraw: ['CANCELLED'] },
    ...Object.fromEntries(standing.map((status) => [status, money])),
    CONFLICTED: { ...money, resolve: standing },
  });
});

describe('as docs/sources.md asks, "Fundraising: state machine"', () => {
  const captured: Facts = { authorized: true, captured: [1000] };
  test.each<[string, (typeof events)[number]['type'], string, Facts]>([
    ['PENDING', 'authorize', 'AUTHORIZED', { authorized: true }],
    ['PENDING', 'fail', 'FAILED', { failed: true }],
    ['PENDING', 'expire', 'EXPIRED', {}],
    ['AUTHORIZED', 'capture', 'CAPTURED', captured],
    ['AUTHORIZED', 'fail', 'FAILED', { authorized: true, failed: true }],
    ['AUTHORIZED', 'cancel', 'CANCELLED', { authorized: true }],
    ['CAPTURED', 'settle', 'COMPLETED', { ...captured, settled: [1000] }],
  ])('%s, %s: %s', (from, type, to, facts) => {
    const event = events.find((event) => event.type === type)!;
    expect(life.after(from, event, { amount: 1000, facts })).toBe(to);
  });
});

const beforeMoney = ['PENDING', 'AUTHORIZED', 'FAILED', 'CANCELLED', 'EXPIRED'];

test('nothing leads back from captured money: CAPTURED → AUTHORIZED is impossible', () => {
  fc.assert(
    fc.property(contexts, fc.constantFrom(...events), (context, event) => {
      for (const status of pledgeStatuses.filter((status) => !beforeMoney.includes(status)))
        expect(beforeMoney).not.toContain(life.afterFact(status, event, context));
    }),
  );
});

test.each(['CANCELLED', 'EXPIRED'])('no report of a provider leads out of %s', (status) => {
  fc.assert(
    fc.property(contexts, fc.constantFrom(...oneOfEach, ...rarer), (context, event) =>
      expect(life.afterFact(status, event, context)).toBe(status),
    ),
  );
});

test.each(pledgeStatuses.filter((status) => status !== 'PENDING' && status !== 'AUTHORIZED'))(
  '%s can not be cancelled',
  (status) => {
    const cancel = () => life.after(status, { type: 'cancel' }, { amount: 1000, facts: {} });
    expect(cancel).toThrow('Not allowed in the current status');
  },
);
