// What a payment provider takes, so that what it does not is refused when it is promised, and not when it is to be paid.
import { digitsOf } from '../currencies.ts';

/** An amount, in minor units of its currency. */
interface Money {
  amount: number;
  currency: string;
}

/** Why an amount can't be paid: for programs, for people, and the field to change. */
export interface NotPayable {
  reason: 'currency_not_payable' | 'amount_too_small' | 'amount_too_large' | 'amount_not_payable';
  message: string;
  pointer: '/amount' | '/currency';
}

/** Why a provider does not take an amount; undefined where it does. The sandbox takes everything. */
export function payableBy(provider: string, { amount, currency }: Money): NotPayable | undefined {
  if (provider !== 'stripe') return undefined;
  const unknown = currencyPayableBy(provider, currency);
  if (unknown) return unknown;
  const [least, most, step] = [LEAST.get(currency) ?? 1, mostOf(currency), stepOf(currency)];
  const wrong = (reason: NotPayable['reason'], message: string) =>
    ({
      reason,
      message: `must be ${message} in ${currency}, for the payment provider`,
      pointer: '/amount',
    }) as const;
  if (amount < least) return wrong('amount_too_small', `at least ${least}`);
  if (amount > most) return wrong('amount_too_large', `at most ${most}`);
  return amount % step === 0 ? undefined : wrong('amount_not_payable', `a multiple of ${step}`);
}

/** Why a provider takes nothing in a currency; undefined where it does. */
export const currencyPayableBy = (provider: string, currency: string): NotPayable | undefined =>
  provider === 'stripe' && LACKED.has(currency)
    ? {
        reason: 'currency_not_payable',
        message: `must be a currency that the payment provider takes: ${currency} is none`,
        pointer: '/currency',
      }
    : undefined;

/**
 * The decimals that Stripe writes an amount with. It differs from ISO where ISK and UGX have lost their decimals since, and still
 * are written with two, both 0; and the ariary has fifths, which ISO writes with two decimals and Stripe with none.
 */
export const stripeDigitsOf = (currency: string): number => DIGITS.get(currency) ?? digitsOf(currency);

const DIGITS = new Map([
  ['ISK', 2],
  ['UGX', 2],
  ['MGA', 0],
]);

/** Stripe takes eight digits, and of rupiah twelve. */
const mostOf = (currency: string) =>
  Math.floor(
    (currency === 'IDR' ? 999_999_999_999 : 99_999_999) *
      10 ** (digitsOf(currency) - stripeDigitsOf(currency)),
  );

/** The last of three decimals has to be 0: card networks know two. And what Stripe writes without decimals must have none. */
const stepOf = (currency: string) =>
  digitsOf(currency) === 3 ? 10 : 10 ** Math.max(0, digitsOf(currency) - stripeDigitsOf(currency));

const leastOf = (amount: number, currencies: string) =>
  currencies.split(' ').map((currency) => [currency, amount] as const);

// docs.stripe.com/currencies, "Minimum and maximum charge amounts", in our minor units. Of others Stripe asks as much as the
// least of the account's own currency is worth that day: it refuses less at the checkout.
const LEAST = new Map([
  ...leastOf(30, 'GBP'),
  ...leastOf(50, 'AUD BRL CAD CHF EUR INR JPY NZD SGD USD'),
  ...leastOf(200, 'AED MYR PLN RON'),
  ...leastOf(250, 'DKK'),
  ...leastOf(300, 'NOK SEK'),
  ...leastOf(400, 'HKD'),
  ...leastOf(1000, 'MXN THB'),
  ...leastOf(1500, 'CZK'),
  ...leastOf(17_500, 'HUF'),
]);

// Those of ISO 4217 that are not among docs.stripe.com/currencies, "Supported presentment currencies".
const LACKED = new Set('BTN CUP ERN GHS IQD IRR KPW LYD MRU SDG SSP STN SVC SYP TMT VED VES ZWG'.split(' '));
