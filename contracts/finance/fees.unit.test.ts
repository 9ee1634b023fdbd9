import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_AMOUNT } from '../define.ts';
import { feeOf, grossFor, parseFees } from './fees.ts';

const fee = fc.record({
  basis_points: fc.integer({ min: 0, max: 4999 }),
  fixed: fc.integer({ min: 0, max: 999_999 }),
});
const amount = fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: MAX_AMOUNT }));

test('what is asked for leaves the amount after the fee, and one minor unit less would not', () => {
  fc.assert(
    fc.property(fee, amount, (EUR, wanted) => {
      const left = (gross: number) => gross - feeOf({ EUR }, { amount: gross, currency: 'EUR' });
      const gross = grossFor({ EUR }, { amount: wanted, currency: 'EUR' });
      expect(Number.isSafeInteger(gross)).toBe(true);
      expect(left(gross)).toBeGreaterThanOrEqual(wanted);
      expect(left(gross - 1)).toBeLessThan(wanted);
    }),
  );
});

test('a fee is exact: the share rounded up, and the fixed part', () => {
  fc.assert(
    fc.property(fee, amount, (EUR, paid) => {
      const [share, whole] = [BigInt(paid) * BigInt(EUR.basis_points), 10_000n];
      const exact = Number((share + whole - 1n) / whole) + EUR.fixed;
      expect(feeOf({ EUR }, { amount: paid, currency: 'EUR' })).toBe(Math.min(paid, exact));
    }),
  );
});

const schedule = parseFees('EUR:1.5%+25, USD:2.9%+30,*:2.9%')!;

test.each([
  ['EUR', 1000, 40, 1041],
  ['USD', 1000, 59, 1061],
  ['JPY', 1000, 29, 1030],
])('of %s %d a provider keeps %d, and %d leave that much', (currency, paid, kept, gross) => {
  expect(feeOf(schedule, { amount: paid, currency })).toBe(kept);
  expect(grossFor(schedule, { amount: paid, currency })).toBe(gross);
});

test('no more is kept than there is', () => {
  expect(feeOf(schedule, { amount: 7, currency: 'EUR' })).toBe(7);
});

test('a currency that no fee is known of costs nothing', () => {
  const only = parseFees('EUR:1.5%+25')!;
  expect(feeOf(only, { amount: 1000, currency: 'USD' })).toBe(0);
  expect(grossFor(only, { amount: 1000, currency: 'USD' })).toBe(1000);
});

test.each([
  ['EUR:1.5%', { EUR: { basis_points: 150, fixed: 0 } }],
  ['EUR:0%+25', { EUR: { basis_points: 0, fixed: 25 } }],
  ['EUR:1.05%, JPY:3%+40', { EUR: { basis_points: 105, fixed: 0 }, JPY: { basis_points: 300, fixed: 40 } }],
  ['*:49.99%', { '*': { basis_points: 4999, fixed: 0 } }],
])('%s is a price list', (text, expected) => {
  expect(parseFees(text)).toEqual(expected);
});

test.each([
  ['EUR'],
  ['EUR:1.5'],
  ['EUR:1,5%'],
  ['EUR:1.555%'],
  ['EUR:50%'],
  ['EUR:-1%'],
  ['EUR:1%+2.5'],
  ['EUR:1%,EUR:2%'],
  ['EUR:1%,'],
  ['DEM:1%'],
  ['XXX:1%'],
  ['*:2.9%+30'],
  ['__proto__:1%'],
])('%s is none', (text) => {
  expect(parseFees(text)).toBeUndefined();
});
