import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { periodAt, startOf, type Calendar } from './calendar.rules.ts';

const from = (created_at: string, interval: Calendar['interval'] = 'month'): Calendar => ({
  created_at: `${created_at}T10:20:30.400Z`,
  interval,
});
const days = (calendar: Calendar, periods: number[]) =>
  periods.map((period) => startOf(calendar, period).slice(0, 10));

test('the 31st becomes the last day of shorter months, and the 31st again after them', () => {
  expect(days(from('2026-01-31'), [0, 1, 2, 3, 4, 13, 25])).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2027-02-28',
    '2028-02-29',
  ]);
});

test('the 29th of February is given on the 28th, and on the 29th again where there is one', () => {
  expect(days(from('2024-02-29', 'year'), [0, 1, 2, 3, 4])).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
});

test('a period begins at the time of day of the first', () => {
  expect(startOf(from('2026-01-31'), 1)).toBe('2026-02-28T10:20:30.400Z');
});

const someCalendar = fc.record({
  created_at: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  interval: fc.constantFrom('month', 'year'),
});
const somePeriod = fc.integer({ min: 0, max: 600 });
const monthOf = (at: string) => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));

test('each period begins one month or year after the last, on the same day or the last of its month', () => {
  fc.assert(
    fc.property(someCalendar, somePeriod, (calendar, period) => {
      const [first, start] = [calendar.created_at, startOf(calendar, period)];
      expect(monthOf(start) - monthOf(first)).toBe(period * (calendar.interval === 'month' ? 1 : 12));
      expect(start.slice(10)).toBe(first.slice(10));
      const nextDay = new Date(Date.parse(start) + 24 * 3600_000).toISOString();
      const isLastOfMonth = monthOf(nextDay) !== monthOf(start);
      const [wanted, day] = [first, start].map((at) => Number(at.slice(8, 10))) as [number, number];
      expect(day === wanted || (isLastOfMonth && day < wanted)).toBe(true);
    }),
  );
});

test('periods follow each other without a gap: what has begun by then, and the next has not', () => {
  fc.assert(
    fc.property(someCalendar, somePeriod, fc.nat(27 * 24 * 3600_000), (calendar, period, later_ms) => {
      const start = startOf(calendar, period);
      expect(periodAt(calendar, start)).toBe(period);
      expect(periodAt(calendar, new Date(Date.parse(start) + later_ms).toISOString())).toBe(period);
      expect(periodAt(calendar, new Date(Date.parse(start) - 1).toISOString())).toBe(Math.max(0, period - 1));
      expect(startOf(calendar, period + 1) > start).toBe(true);
    }),
  );
});
