// How often a password may be guessed, and a link asked for.
import { addMs, uuidv5, type Instant } from '#lib/world';

/** At most `most` attempts of one subject in any `within_ms`. */
export interface Limit {
  /** An id that tells no address to who reads the database. */
  subject: string;
  most: number;
  within_ms: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A password that is to be checked. */
export interface Guess {
  /** By `addressOf`; there need be no such account. */
  email: string;
  /** Where it comes from; empty for the platform's own calls. */
  network: string;
  /** Whether the account was signed in to from there before. */
  isKnown: boolean;
}

/**
 * The limits of wrong passwords. One network has ten guesses at an account in 15 minutes, 30 where it is the owner's. All networks together have 100 an
 * hour (NIST SP 800-63B, 3.2.2, asks for no more in a row), so that one attacker can't use them up; and those from which the
 * owner has signed in before don't count, so that no number of attackers locks the owner out there. One network has 50 at
 * all accounts together, unless it is such a one.
 */
export function limitsOfGuess({ email, network, isKnown }: Guess): Limit[] {
  const here = (most: number) => limit(`guess at ${email} from ${network}`, most, 15 * MINUTE_MS);
  if (isKnown) return [here(30)];
  return [
    here(10),
    limit(`guess at ${email}`, 100, HOUR_MS),
    limit(`guess from ${network}`, 50, 15 * MINUTE_MS),
  ];
}

/** The limit of links to one mailbox: it must not be filled by who types its address. */
export const limitsOfMailbox = (what: string, email: string): Limit[] => [
  limit(`${what} to ${email} in an hour`, 3, HOUR_MS),
  limit(`${what} to ${email} in a day`, 10, 24 * HOUR_MS),
];

/** The limit of who asks for links to any mailbox. */
export const limitsOfAsking = (what: string, who: string): Limit[] => [
  limit(`${what} asked by ${who}`, 30, HOUR_MS),
];

const limit = (name: string, most: number, within_ms: number): Limit => ({
  subject: uuidv5(`attempt ${name}`),
  most,
  within_ms,
});

/** When the next attempt is allowed; null: now. `made` are those of the limit's time, the oldest first. */
export function nextAllowed({ most, within_ms }: Limit, made: readonly Instant[]): Instant | null {
  const blocking = made.at(-most);
  return blocking === undefined ? null : addMs(blocking, within_ms);
}
