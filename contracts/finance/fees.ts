// What a payment provider keeps of each payment, as its price list has it: for donors who pay that on top.
import { isCurrency } from '../currencies.ts';

/** A share of the amount, in basis points (1.5% is 150), and a fixed part in minor units. */
interface Fee {
  basis_points: number;
  fixed: number;
}

/** By currency; `*` is for every other. What is in neither costs nothing. */
export type FeeSchedule = Readonly<Record<string, Fee>>;

/** An amount, in minor units of its currency. */
interface Money {
  amount: number;
  currency: string;
}

const WHOLE = 10_000;
const NONE: Fee = { basis_points: 0, fixed: 0 };

const feeIn = (schedule: FeeSchedule, currency: string): Fee =>
  (Object.hasOwn(schedule, currency) ? schedule[currency] : schedule['*']) ?? NONE;

/** What is kept of an amount: a part of a minor unit counts whole, and no more is kept than there is. */
export function feeOf(schedule: FeeSchedule, { amount, currency }: Money): number {
  const { basis_points, fixed } = feeIn(schedule, currency);
  return Math.min(amount, dividedUp(amount * basis_points, WHOLE) + fixed);
}

/** The smallest amount of which at least `amount` is left after the fee. */
export function grossFor(schedule: FeeSchedule, { amount, currency }: Money): number {
  const { basis_points, fixed } = feeIn(schedule, currency);
  return dividedUp((amount + fixed) * WHOLE, WHOLE - basis_points);
}

// Exact: the remainder of two whole numbers below 2^53 always is, and 10^11 times 10^4 is below that.
function dividedUp(amount: number, by: number): number {
  const rest = amount % by;
  return (amount - rest) / by + (rest > 0 ? 1 : 0);
}

export const FEES =
  'currencies with their fees, such as EUR:1.5%+25,USD:2.9%+30,*:2.9% (* has no fixed part)';

/** A schedule as it is written in the settings; undefined where it is none. Percents have two decimals and are below 50. */
export function parseFees(text: string): FeeSchedule | undefined {
  const parts = text.split(',').map((part) => FEE.exec(part.trim())?.groups);
  const fees = parts.map((part) => {
    const { currency = '', whole = '', hundredths = '', fixed } = part ?? {};
    // Minor units of every currency are something else each.
    const isKnown = currency === '*' ? fixed === undefined : isCurrency(currency);
    if (!isKnown || Number(whole) >= MOST_PERCENT) return undefined;
    const basis_points = Number(whole) * 100 + Number(hundredths.padEnd(2, '0'));
    return [currency, { basis_points, fixed: Number(fixed ?? 0) }] as const;
  });
  if (!fees.every((fee) => fee !== undefined)) return undefined;
  const schedule = Object.fromEntries(fees);
  return Object.keys(schedule).length === fees.length ? schedule : undefined;
}

const FEE = /^(?<currency>[A-Z]{3}|\*):(?<whole>\d{1,2})(\.(?<hundredths>\d{1,2}))?%(\+(?<fixed>\d{1,6}))?$/;
const MOST_PERCENT = 50;

/** What each provider asks unless the settings say otherwise: the sandbox nothing, Stripe the list prices of its home markets. */
export const usualFees: Readonly<Record<string, FeeSchedule>> = {
  sandbox: {},
  stripe: {
    EUR: { basis_points: 150, fixed: 25 },
    GBP: { basis_points: 150, fixed: 20 },
    USD: { basis_points: 290, fixed: 30 },
    '*': { basis_points: 290, fixed: 0 },
  },
};
