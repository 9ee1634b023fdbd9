import { addMs, type Instant } from '#lib/world';

/** How long the secret of an app waits to be confirmed. */
export const ENROLMENT_MS = 15 * 60_000;

/** Whether an app waits to be confirmed `at`. */
export const isWaiting = (
  { enrolled_at, confirmed_at }: { enrolled_at: Instant; confirmed_at: Instant | null },
  at: Instant,
): boolean => confirmed_at === null && at < addMs(enrolled_at, ENROLMENT_MS);
