// Money as text. Amounts are whole numbers of ISO 4217's minor units everywhere; only people see decimals.

/** The decimals of a currency by ISO 4217. Not Intl's, which follow custom: HUF has none there, and two here. */
export const digitsOf = (currency: string): number => DIGITS.get(currency) ?? 2;

/** An amount for people to read: 1050 and EUR is €10.50. Exact: it is never a float on the way. */
export function priceOf(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  const minor = String(amount).padStart(digits + 1, '0');
  const [whole, fraction] = [minor.slice(0, minor.length - digits), minor.slice(minor.length - digits)];
  return formatOf(currency, digits).format(`${whole}.${fraction}0` as `${number}`);
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

const each = (digits: number, currencies: string) =>
  currencies.split(' ').map((currency) => [currency, digits] as const);

// All currencies with other than two decimals.
const DIGITS = new Map([
  ...each(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...each(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...each(4, 'CLF UYW'),
]);
