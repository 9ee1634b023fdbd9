import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { learn, moneyOf, type Fact, type Facts } from './facts.ts';
import { oneOfEach, permutations, someFacts, twoSchedules } from './fixture.test.ts';

const known = (facts: readonly Fact[]) => facts.reduce(learn, {} as Facts);

test('all 40,320 orders of one fact of each kind are known as the same', () => {
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

test('some facts, in any order and some of them twice, are known as the same', () => {
  fc.assert(
    fc.property(twoSchedules(oneOfEach), ([once, again]) => expect(known(again)).toEqual(known(once))),
  );
});

test('what is known already is the very same object: nothing is to be saved', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...oneOfEach), (facts, fact) => {
      const once = learn(facts, fact);
      expect(learn(once, fact)).toBe(once);
    }),
  );
});

test('learning changes no facts that were known before', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...oneOfEach), (facts, fact) => {
      const before = structuredClone(facts);
      learn(facts, fact);
      expect(facts).toEqual(before);
    }),
  );
});

test('a capture implies the authorization, a settlement both', () => {
  expect(learn({}, { type: 'capture', amount: 5 })).toEqual({ authorized: true, captured: 5 });
  expect(learn({}, { type: 'settle', amount: 5 })).toEqual({ authorized: true, captured: 5, settled: true });
});

test('a refund is one by its id: two parts are two, a part told again is one', () => {
  const refund = (refund_id: string): Fact => ({ type: 'refund', refund_id, amount: 300 });
  const capture: Fact = { type: 'capture', amount: 1000 };
  expect(moneyOf(known([capture, refund('a'), refund('b'), refund('a')])).refunded_amount).toBe(600);
});

test('a dispute that was won counts as none, whichever was heard first', () => {
  const capture: Fact = { type: 'capture', amount: 1000 };
  const dispute: Fact = { type: 'dispute', dispute_id: 'd', amount: 400 };
  const win: Fact = { type: 'win', dispute_id: 'd', amount: 400 };
  expect(moneyOf(known([capture, dispute])).charged_back_amount).toBe(400);
  expect(moneyOf(known([capture, dispute, win])).charged_back_amount).toBe(0);
  expect(moneyOf(known([win, dispute, capture])).charged_back_amount).toBe(0);
});

test('no money is given back before it is known to be taken', () => {
  const none = { captured_amount: 0, refunded_amount: 0, charged_back_amount: 0 };
  fc.assert(fc.property(someFacts, ({ captured: _, ...facts }) => expect(moneyOf(facts)).toEqual(none)));
});

test('money is whole and never below 0, and captured is what was taken', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const money = moneyOf(facts);
      for (const amount of Object.values(money)) {
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
      expect(money.captured_amount).toBe(facts.captured ?? 0);
    }),
  );
});

/** By the names of the fields, all the way down. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)])
    : value;
