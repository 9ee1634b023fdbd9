import { expect, test } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { currencyCodes, digitsOf } from './currencies.ts';
import { Currency } from './define.ts';

const known = Intl.supportedValuesOf('currency');

test('Intl knows our currencies too; what it knows beyond them is historic, or no money of a country', () => {
  expect(currencyCodes.filter((code) => !known.includes(code))).toEqual(['VED']);
  const others = known.filter((code) => !currencyCodes.includes(code));
  // An older Intl has fewer, a later one may have let some go.
  const gone = ['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'XDR', 'XSU', 'ZWL'];
  expect(others.filter((code) => !gone.includes(code))).toEqual([]);
});

test('the decimals are those of Intl, but where custom has dropped them', () => {
  const digitsByIntl = (currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const differing = currencyCodes.filter((code) => digitsByIntl(code) !== digitsOf(code));
  expect(differing.filter((code) => digitsByIntl(code) !== 0)).toEqual([]);
  expect(['USD', 'HUF', 'AFN', 'JPY', 'KWD', 'XCG'].map(digitsOf)).toEqual([2, 2, 2, 0, 3, 2]);
});

test.each([
  ['EUR', true],
  ['XCG', true],
  ['ZWG', true],
  ['SLE', true],
  ['VED', true],
  ...['DEM', 'BGN', 'HRK', 'ANG', 'CUC', 'ZWL', 'SLL', 'XSU', 'XDR', 'XAU', 'XTS', 'XXX'].map(none),
  ...['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'eur', 'EURO', ''].map(none),
])('%j is a currency that money can be asked for in: %s', (code, isTaken) => {
  expect(Value.Check(Currency, code)).toBe(isTaken);
});

function none(code: string): [string, boolean] {
  return [code, false];
}
