import { expect, test } from '@jest/globals';
import { currencyMustBePayable } from './campaign-currency.rules.ts';

test('a campaign in a currency that its payment provider lacks is refused: nobody could pay', () => {
  const message = 'must be a currency that the payment provider takes: LYD is none';
  const data = { reason: 'currency_not_payable', errors: [{ pointer: '/currency', message }] };
  const refusal = expect.objectContaining({ type: 'AMOUNT_NOT_PAYABLE', data });
  expect(() => currencyMustBePayable('stripe', 'LYD')).toThrow(refusal);
});

test.each([
  ['stripe', 'EUR'],
  ['stripe', 'KWD'],
  ['sandbox', 'LYD'],
])('%s takes %s', (provider, currency) => {
  expect(() => currencyMustBePayable(provider, currency)).not.toThrow();
});
