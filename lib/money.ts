// Money as text. Amounts are whole numbers of ISO 4217's minor units everywhere; only people see decimals.
import { digitsOf } from '#contracts/currencies';

/** An amount as a decimal number: -1050 and EUR is -10.50. Exact: it is never a float on the way. */
export function decimalOf(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  const minor = String(Math.abs(amount)).padStart(digits + 1, '0');
  const [whole, fraction] = [minor.slice(0, minor.length - digits), minor.slice(minor.length - digits)];
  return `${amount < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${fraction}`}`;
}

/** An amount for people to read: 1050 and EUR is €10.50. Exact: it is never a float on the way. */
export function priceOf(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  return formatOf(currency, digits).format(decimalOf(amount, currency) as `${number}`);
}

// A statement has thousands of amounts, and to make a format takes longer than to use it. There are some 300 currencies.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, digits: number): Intl.NumberFormat {
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format =
    formats.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency, ...decimals });
  formats.set(currency, format);
  return format;
}
