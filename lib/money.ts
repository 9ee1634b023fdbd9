// Money as text. Amounts are whole numbers of ISO 4217's minor units everywhere; only people see decimals.
import { digitsOf } from '#contracts/currencies';

/** An amount for people to read: 1050 and EUR is €10.50. Exact: it is never a float on the way. */
export function priceOf(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  const minor = String(Math.abs(amount)).padStart(digits + 1, '0');
  const [whole, fraction] = [minor.slice(0, minor.length - digits), minor.slice(minor.length - digits)];
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, ...decimals });
  return format.format(`${amount < 0 ? '-' : ''}${whole}.${fraction}0` as `${number}`);
}
