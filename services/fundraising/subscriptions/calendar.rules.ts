// When the periods of a subscription begin: each is counted from the first, in UTC, so that no short month moves the next ones.
import type { GiftSubscription } from '#contracts';
import type { Instant } from '#lib/world';

/** Where the periods are counted from, and their length. */
export type Calendar = Pick<GiftSubscription, 'created_at' | 'interval'>;

const MONTHS = { month: 1, year: 12 } as const;

/** When a period begins: on the day of the first, or the last of a shorter month, at the same time of day. */
export function startOf({ created_at, interval }: Calendar, period: number): Instant {
  const first = new Date(created_at);
  const months = first.getUTCMonth() + period * MONTHS[interval];
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const start = new Date(first);
  start.setUTCFullYear(first.getUTCFullYear(), months, Math.min(first.getUTCDate(), lastDay));
  return start.toISOString();
}

/** The last period that has begun by then; before the first, that. */
export function periodAt(calendar: Calendar, at: Instant): number {
  const [first, then] = [new Date(calendar.created_at), new Date(at)];
  const years = then.getUTCFullYear() - first.getUTCFullYear();
  const months = years * MONTHS.year + then.getUTCMonth() - first.getUTCMonth();
  const period = Math.floor(months / MONTHS[calendar.interval]);
  return Math.max(0, startOf(calendar, period) > at ? period - 1 : period);
}
