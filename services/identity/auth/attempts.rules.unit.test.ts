import { addMs } from '#lib/world';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limitsOfGuess, nextAllowed } from './attempts.rules.ts';

const NOW = '2026-01-31T12:00:00.000Z';
const limit = { subject: '', most: 3, within_ms: 1000 };

test('what is over the limit is allowed once enough attempts are old, and not a moment before', () => {
  const made = [0, 100, 200].map((ms) => addMs(NOW, ms));
  expect(nextAllowed(limit, made.slice(0, 2))).toBeNull();
  expect(nextAllowed(limit, made)).toBe(addMs(NOW, 1000));
  expect(nextAllowed(limit, [...made, addMs(NOW, 300)])).toBe(addMs(NOW, 1100));
});

/** Attempts that all fail, as the store counts them. */
class Counted {
  private readonly made = new Map<string, number[]>();

  guess(guess: Parameters<typeof limitsOfGuess>[0], at_ms: number): boolean {
    const limits = limitsOfGuess(guess);
    const isAllowed = limits.every((each) => {
      const recent = (this.made.get(each.subject) ?? []).filter((ms) => ms > at_ms - each.within_ms);
      return (
        nextAllowed(
          each,
          recent.map((ms) => addMs(NOW, ms)),
        ) === null
      );
    });
    if (isAllowed)
      for (const { subject } of limits) this.made.set(subject, [...(this.made.get(subject) ?? []), at_ms]);
    return isAllowed;
  }
}

const email = 'ann@example.org';

test('however many attackers guess, the owner may try where they have signed in before', () => {
  const networks = fc.array(
    fc.nat({ max: 300 }).map((n) => `198.51.100.${n}`),
    { maxLength: 400 },
  );
  fc.assert(
    fc.property(networks, (attackers) => {
      const counted = new Counted();
      attackers.forEach((network, ms) => counted.guess({ email, network, isKnown: false }, ms));
      expect(counted.guess({ email, network: '192.0.2.1', isKnown: true }, attackers.length)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('one attacker keeps nobody out, wherever they are', () => {
  const counted = new Counted();
  for (let ms = 0; ms < 1000; ms++) counted.guess({ email, network: '198.51.100.1', isKnown: false }, ms);
  expect(counted.guess({ email, network: '192.0.2.1', isKnown: false }, 1000)).toBe(true);
});

test('an account takes no more than 100 wrong passwords an hour from all unknown networks, and ten from each', () => {
  const counted = new Counted();
  let [all, first] = [0, 0];
  for (let i = 0; i < 3000; i++) {
    const network = `198.51.${i % 100}`;
    const isAllowed = counted.guess({ email, network, isKnown: false }, i);
    if (isAllowed) all += 1;
    if (isAllowed && i % 100 === 0) first += 1;
  }
  expect(all).toBe(100);
  expect(first).toBeLessThanOrEqual(10);
});

test('one network takes no more than 50 wrong passwords for accounts that were never signed in to there', () => {
  const counted = new Counted();
  const network = '198.51.100.1';
  const tried = Array.from({ length: 200 }, (_, i) =>
    counted.guess({ email: `${i}@example.org`, network, isKnown: false }, i),
  );
  expect(tried.filter(Boolean)).toHaveLength(50);
  expect(counted.guess({ email, network, isKnown: true }, 200)).toBe(true);
});
