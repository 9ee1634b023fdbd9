// Amounts as Stripe writes them. Ours are ISO 4217's minor units; Stripe's mostly are too (docs.stripe.com/currencies).
import { fail } from '#lib/errors';
import { digitsOf } from '#contracts/currencies';

/** An amount in minor units of ISO 4217, as everywhere on the platform. */
export interface MoneyAmount {
  amount: number;
  currency: string;
}

/** What to ask Stripe for. Throws PROVIDER_REFUSED for an amount that Stripe can't express: 1.001 KWD, or 0.50 MGA. */
export function toStripe({ amount, currency }: MoneyAmount): number {
  const sent = scaled(amount, stripeDigitsOf(currency) - digitsOf(currency));
  // The last of three decimals has to be 0: card networks know two.
  const step = stripeDigitsOf(currency) === 3 ? 10 : 1;
  if (sent % step !== 0) throw fail('PROVIDER_REFUSED', { reason: 'amount_not_payable', amount, currency });
  return sent;
}

/** What Stripe means by an amount; its currencies are in lower case. */
export function fromStripe(amount: number, currency: string): MoneyAmount {
  const iso = currency.toUpperCase();
  // Whole, so that no fraction of a krona that Stripe might tell becomes a float here.
  return { amount: Math.round(scaled(amount, digitsOf(iso) - stripeDigitsOf(iso))), currency: iso };
}

const stripeDigitsOf = (currency: string): number => STRIPE.get(currency) ?? digitsOf(currency);

// Divides by a whole number where digits go away: times 0.01 would be inexact.
const scaled = (amount: number, digits: number): number =>
  digits < 0 ? amount / 10 ** -digits : amount * 10 ** digits;

const each = (digits: number, currencies: string) =>
  currencies.split(' ').map((currency) => [currency, digits] as const);

// Where Stripe differs: ISK and UGX have lost their decimals since, and still are written with two of them, both 0. The
// ariary has fifths, which ISO writes with two decimals and Stripe with none.
const STRIPE = new Map([...each(2, 'ISK UGX'), ...each(0, 'MGA')]);
