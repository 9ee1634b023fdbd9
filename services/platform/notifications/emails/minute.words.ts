import type { Instant } from '#lib/world';

/** A time as in "1 June 2026 at 12:34 UTC": nobody knows where its reader is. */
export const minuteOf = (at: Instant): string => `${MINUTE.format(new Date(at))} UTC`;

const MINUTE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
