import { expect, test } from '@jest/globals';
import { currencyCodes } from '../currencies.ts';
import { MAX_AMOUNT } from '../define.ts';
import { currencyPayableBy, payableBy } from './payable.ts';

test.each([
  [49, 'USD', 'amount_too_small', 'must be at least 50 in USD, for the payment provider'],
  [49, 'EUR', 'amount_too_small', 'must be at least 50 in EUR, for the payment provider'],
  [29, 'GBP', 'amount_too_small', 'must be at least 30 in GBP, for the payment provider'],
  [49, 'JPY', 'amount_too_small', 'must be at least 50 in JPY, for the payment provider'],
  [17_499, 'HUF', 'amount_too_small', 'must be at least 17500 in HUF, for the payment provider'],
  [100_000_000, 'EUR', 'amount_too_large', 'must be at most 99999999 in EUR, for the payment provider'],
  [1_000_000, 'ISK', 'amount_too_large', 'must be at most 999999 in ISK, for the payment provider'],
  [9_999_999_901, 'MGA', 'amount_too_large', 'must be at most 9999999900 in MGA, for the payment provider'],
  [5121, 'KWD', 'amount_not_payable', 'must be a multiple of 10 in KWD, for the payment provider'],
  [550, 'MGA', 'amount_not_payable', 'must be a multiple of 100 in MGA, for the payment provider'],
])('Stripe does not take %d %s: %s', (amount, currency, reason, message) => {
  expect(payableBy('stripe', { amount, currency })).toEqual({ reason, message, pointer: '/amount' });
});

test.each([
  [50, 'EUR'],
  [30, 'GBP'],
  [50, 'JPY'],
  [17_500, 'HUF'],
  [99_999_999, 'EUR'],
  [999_999, 'ISK'],
  [100, 'MGA'],
  [9_999_999_900, 'MGA'],
  [5120, 'KWD'],
  [MAX_AMOUNT, 'IDR'],
])('Stripe takes %d %s', (amount, currency) => {
  expect(payableBy('stripe', { amount, currency })).toBeUndefined();
});

test.each(['LYD', 'KPW', 'VES'])(
  'Stripe takes nothing in %s, and so it is said of the currency',
  (currency) => {
    const message = `must be a currency that the payment provider takes: ${currency} is none`;
    const refusal = { reason: 'currency_not_payable', message, pointer: '/currency' };
    expect(payableBy('stripe', { amount: 1000, currency })).toEqual(refusal);
    expect(currencyPayableBy('stripe', currency)).toEqual(refusal);
  },
);

test('the sandbox takes everything', () => {
  const refused = currencyCodes.filter(
    (currency) => payableBy('sandbox', { amount: 1, currency }) ?? currencyPayableBy('sandbox', currency),
  );
  expect(refused).toEqual([]);
});
