import { expect, test } from '@jest/globals';
import { digitsOf, priceOf } from './money.ts';

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
