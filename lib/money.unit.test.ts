import { expect, test } from '@jest/globals';
import { decimalOf, digitsOf, priceOf } from './money.ts';

test.each([
  [1050, 'EUR', '€10.50'],
  [1, 'EUR', '€0.01'],
  [1050, 'JPY', '¥1,050'],
  [1050, 'KWD', 'KWD 1.050'],
  [1050, 'HUF', 'HUF 10.50'],
  [90_071_992_547_409_91, 'EUR', '€90,071,992,547,409.91'],
])('%d %s is %s', (amount, currency, price) => {
  expect(priceOf(amount, currency).replace(/\s/g, ' ')).toBe(price);
});

test('decimals are those of ISO 4217, not those of custom', () => {
  expect(['USD', 'HUF', 'AFN', 'JPY', 'KWD', 'CLF'].map(digitsOf)).toEqual([2, 2, 2, 0, 3, 4]);
});

test.each([
  [1050, 'EUR', '10.50'],
  [-1050, 'EUR', '-10.50'],
  [-5, 'EUR', '-0.05'],
  [0, 'EUR', '0.00'],
  [1050, 'JPY', '1050'],
  [-7, 'KWD', '-0.007'],
  [90_071_992_547_409_91, 'EUR', '90071992547409.91'],
])('%d %s is %s as a decimal', (amount, currency, decimal) => {
  expect(decimalOf(amount, currency)).toBe(decimal);
});

test('a debt has its sign, also as a price', () => {
  expect(priceOf(-5, 'EUR')).toBe('-€0.05');
});
