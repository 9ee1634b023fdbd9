import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { learn, moneyOf, type Fact, type Facts } from './facts.ts';
import { oneOfEach, otherAmounts, permutations, rarer, someFacts, twoSchedules } from '../facts.fixture.ts';

const known = (facts: readonly Fact[]) => facts.reduce(learn, {} as Facts);
/** The money of a payment of 1,000. */
const money = (facts: readonly Fact[]) => moneyOf({ amount: 1000, facts: known(facts) });

test('all 40,320 orders of one fact of each kind lead to the same facts', () => {
  const expected = known(oneOfEach);
  let orders = 0;
  for (const order of permutations(oneOfEach)) {
    // Compared as text first: 40,320 deep comparisons by Jest take 20 times as long.
    if (JSON.stringify(sorted(known(order))) !== JSON.stringify(sorted(expected)))
      expect({ order, facts: known(order) }).toEqual({ order, facts: expected });
    orders++;
  }
  expect(orders).toBe(40_320);
});

test('some facts, in any order and some of them twice, lead to the same facts', () => {
  fc.assert(
    fc.property(twoSchedules([...oneOfEach, ...rarer, ...otherAmounts]), ([once, again]) =>
      expect(known(again)).toEqual(known(once)),
    ),
  );
});

test('a fact that is known already returns the very same object: there is nothing to save', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...oneOfEach), (facts, fact) => {
      const once = learn(facts, fact);
      expect(learn(once, fact)).toBe(once);
    }),
  );
});

test('learning does not change the facts that were known before', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...oneOfEach), (facts, fact) => {
      const before = structuredClone(facts);
      learn(facts, fact);
      expect(facts).toEqual(before);
    }),
  );
});

test('a settlement implies the capture', () => {
  expect(money([{ type: 'settle', amount: 1000 }]).captured_amount).toBe(1000);
});

test('when capture and settlement differ, the one that equals the amount to be paid counts, whichever came first', () => {
  const taken = (captured: number, settled: number) => {
    const facts: Fact[] = [
      { type: 'capture', amount: captured },
      { type: 'settle', amount: settled },
    ];
    return [facts, facts.toReversed()].map((order) => money(order).captured_amount);
  };
  expect(taken(1000, 970)).toEqual([1000, 1000]);
  expect(taken(900, 1000)).toEqual([1000, 1000]);
  expect(taken(900, 870)).toEqual([900, 900]);
  expect(taken(900, 970)).toEqual([970, 970]);
});

test("a refund or dispute may have the name of an object's own property", () => {
  const capture: Fact = { type: 'capture', amount: 1000 };
  const refund = (refund_id: string): Fact => ({ type: 'refund', refund_id, amount: 300 });
  expect(money([capture, refund('r'), refund('constructor'), refund('__proto__')]).refunded_amount).toBe(900);
  const dispute: Fact = { type: 'dispute', dispute_id: 'toString', amount: 400 };
  const other: Fact = { type: 'dispute', dispute_id: 'd', amount: 400 };
  expect(money([capture, other, dispute]).charged_back_amount).toBe(800);
});

test('a refund is identified by its id: two parts are two, a repeated part is one', () => {
  const refund = (refund_id: string): Fact => ({ type: 'refund', refund_id, amount: 300 });
  const capture: Fact = { type: 'capture', amount: 1000 };
  expect(money([capture, refund('a'), refund('b'), refund('a')]).refunded_amount).toBe(600);
});

test('a dispute that was won does not count, whichever report came first', () => {
  const capture: Fact = { type: 'capture', amount: 1000 };
  const dispute: Fact = { type: 'dispute', dispute_id: 'd', amount: 400 };
  const win: Fact = { type: 'win', dispute_id: 'd', amount: 400 };
  expect(money([capture, dispute]).charged_back_amount).toBe(400);
  expect(money([capture, dispute, win]).charged_back_amount).toBe(0);
  expect(money([win, dispute, capture]).charged_back_amount).toBe(0);
});

describe('where one thing is reported with two amounts, both orders end alike', () => {
  const capture: Fact = { type: 'capture', amount: 10_000 };
  const both = (one: Fact, other: Fact) =>
    [
      [capture, one, other],
      [capture, other, one],
    ].map((order) => moneyOf({ amount: 10_000, facts: known(order) }));

  test('of a dispute the larger is believed to be gone', () => {
    const dispute = (amount: number): Fact => ({ type: 'dispute', dispute_id: 'd', amount });
    for (const money of both(dispute(5000), dispute(10_000))) expect(money.charged_back_amount).toBe(10_000);
  });

  test('and of a refund', () => {
    const refund = (amount: number): Fact => ({ type: 'refund', refund_id: 'r', amount });
    for (const money of both(refund(2000), refund(3000))) expect(money.refunded_amount).toBe(3000);
  });

  test('of a capture the amount to be paid is believed', () => {
    for (const amount of [9000, 11_000])
      for (const money of both({ type: 'capture', amount }, { type: 'settle', amount: 9700 }))
        expect(money.captured_amount).toBe(10_000);
  });
});

test('a dispute that is won in part gives back that part, whichever report came first', () => {
  const facts: Fact[] = [
    { type: 'capture', amount: 10_000 },
    { type: 'refund', refund_id: 'r', amount: 3000 },
    { type: 'dispute', dispute_id: 'd', amount: 10_000 },
    { type: 'win', dispute_id: 'd', amount: 3000 },
  ];
  for (const order of permutations(facts))
    expect(moneyOf({ amount: 10_000, facts: known(order) })).toEqual({
      captured_amount: 10_000,
      refunded_amount: 3000,
      charged_back_amount: 7000,
    });
});

test('no more is won back than a dispute took', () => {
  const dispute: Fact = { type: 'dispute', dispute_id: 'd', amount: 400 };
  const win: Fact = { type: 'win', dispute_id: 'd', amount: 900 };
  expect(money([{ type: 'capture', amount: 1000 }, dispute, win]).charged_back_amount).toBe(0);
});

test('no money is refunded before it is known to be captured', () => {
  const none = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0 };
  fc.assert(
    fc.property(someFacts, ({ captured: _c, settled: _s, ...facts }) =>
      expect(moneyOf({ amount: 1000, facts })).toEqual(none),
    ),
  );
});

test('amounts are whole and never below 0, and captured_amount is what was captured', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const money = moneyOf({ amount: 1000, facts });
      for (const amount of Object.values(money)) {
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
      expect([0, ...(facts.captured ?? []), ...(facts.settled ?? [])]).toContain(money.captured_amount);
    }),
  );
});

/** Sorted by the names of its fields, at every level. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)])
    : value;
