import { currencyCodes } from '#contracts/currencies';
import { expect, test } from '@jest/globals';
import { priceOf } from './money.ts';

test.each([
  [1050, 'EUR', '€10.50'],
  [1, 'EUR', '€0.01'],
  [-5, 'EUR', '-€0.05'],
  [-1050, 'EUR', '-€10.50'],
  [1050, 'JPY', '¥1,050'],
  [1050, 'KWD', 'KWD 1.050'],
  [1050, 'HUF', 'HUF 10.50'],
  [1050, 'VED', 'VED 10.50'],
  [90_071_992_547_409_91, 'EUR', '€90,071,992,547,409.91'],
])('%d %s is %s', (amount, currency, price) => {
  expect(priceOf(amount, currency).replace(/\s/g, ' ')).toBe(price);
});

test('every currency has a price for people', () => {
  expect(currencyCodes.filter((code) => !/\d/.test(priceOf(12_345, code)))).toEqual([]);
});
