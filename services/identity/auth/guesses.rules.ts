import { addMs, type Instant } from '#lib/world';

/** Wrong codes of an authenticator app, one after another, and when the next may be tried. */
export interface Guesses {
  wrong: number;
  again_at: Instant | null;
}

/** So many people mistype; then somebody guesses. */
export const FREE_GUESSES = 5;

const FIRST_WAIT_MS = 60_000;
// 24 guesses a day at three right codes in a million: a hundred days find one with a chance of 0.7 %. The owner waits no longer
// either, and recovery codes and passkeys never wait.
const LONGEST_WAIT_MS = 60 * 60_000;

/** After one more wrong code: from the fifth on, twice as long a wait each time, an hour at most. */
export function afterWrong({ wrong }: Pick<Guesses, 'wrong'>, at: Instant): Guesses {
  const waits = wrong + 1 - FREE_GUESSES;
  const wait_ms = Math.min(FIRST_WAIT_MS * 2 ** waits, LONGEST_WAIT_MS);
  return { wrong: wrong + 1, again_at: waits < 0 ? null : addMs(at, wait_ms) };
}

/** How many seconds are to be waited; 0 where a code may be tried. */
export const waitOf = ({ again_at }: Pick<Guesses, 'again_at'>, at: Instant): number =>
  again_at === null ? 0 : Math.max(0, Math.ceil((Date.parse(again_at) - Date.parse(at)) / 1000));
