// How passwords are hashed: argon2id with OWASP's parameters; each hash contains its own, so they may be raised.
import { world } from '#lib/world';
import argon2 from '@node-rs/argon2';
import { fairQueue } from './fair-queue.ts';

// 19 MiB, two passes: 26 ms of one core (OWASP Password Storage Cheat Sheet).
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Two at once leave two of libuv's four threads to files and DNS, and take 38 MiB at most; a hundred wait 1.3 s.
// Without turns by address, a hundred connections of bogus logins would keep everybody else out.
const inTurn = fairQueue({ atOnce: 2, waiting: 100 });

/** PHC string. The work takes the turn of `address`. Throws BUSY when too many wait. */
export const hashOf = (password: string, address = HERE): Promise<string> =>
  inTurn(address, () => argon2.hash(normal(password), PARAMETERS));

/**
 * Whether `hash` is that of `password`. Without a hash (no such account, or one without a password) it takes as long, and is false.
 * Throws BUSY when too many wait.
 */
export const isPasswordOf = (
  hash: string | null | undefined,
  password: string,
  address = HERE,
): Promise<boolean> => inTurn(address, () => argon2.verify(hash ?? OF_NOBODY, normal(password)));

/** Whether the hash was made with lower parameters. */
export function isOutdated(hash: string): boolean {
  const { memoryCost, timeCost } = argon2.parseOptions(hash);
  return memoryCost < PARAMETERS.memoryCost || timeCost < PARAMETERS.timeCost;
}

// Work of the platform itself has no address.
const HERE = '';

// One keyboard composes é, another sends e and an accent (NIST SP 800-63B, 3.1.1.2).
const normal = (password: string) => password.normalize('NFKC');

/** `bytes` of randomness in the base64 of PHC strings. */
const random = (bytes: number) =>
  Buffer.from(world.newSecret(bytes), 'base64url').toString('base64').replace(/=+$/, '');

const { memoryCost, timeCost, parallelism } = PARAMETERS;
/** Costs as much as any other hash, and matches no known password. */
const OF_NOBODY = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`;
