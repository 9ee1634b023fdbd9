import { codeOf } from '#lib/errors';
import { expect, test } from '@jest/globals';
import { fromStripe, toStripe } from './stripe.amounts.ts';

test.each([
  ['EUR', 1050, 1050],
  ['HUF', 1050, 1050],
  ['TWD', 1050, 1050],
  ['JPY', 500, 500],
  ['CLP', 500, 500],
  ['KWD', 5120, 5120],
  ['TND', 10, 10],
  ['ISK', 5, 500],
  ['UGX', 5, 500],
  ['MGA', 500, 5],
])('%s: %i is asked for as %i, and read back as it was', (currency, amount, sent) => {
  expect(toStripe({ amount, currency })).toBe(sent);
  expect(fromStripe(sent, currency.toLowerCase())).toEqual({ amount, currency });
});

test.each([
  ['KWD', 5124],
  ['BHD', 1],
  ['MGA', 150],
])('%s: %i is more exact than Stripe can be, and refused', (currency, amount) => {
  let code;
  try {
    toStripe({ amount, currency });
  } catch (error) {
    code = codeOf(error);
  }
  expect(code).toBe('PROVIDER_REFUSED');
});

test('no amount becomes a float, whatever Stripe tells', () => {
  expect(fromStripe(550, 'isk')).toEqual({ amount: 6, currency: 'ISK' });
});

test("the largest amount of ours stays exact in Stripe's units", () => {
  expect(toStripe({ amount: 100_000_000_000, currency: 'ISK' })).toBe(10_000_000_000_000);
});
