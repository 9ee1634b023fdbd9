import { expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.rules.ts';
import { hashOf, isOutdated, isPasswordOf } from './password.argon2.ts';
import { weaknessOf } from './password.rules.ts';

test.each([
  ['password123', 'ann@example.org', /most common/],
  ['QwertyUiop', 'ann@example.org', /most common/],
  ['zzzzzzzzzzzz', 'ann@example.org', /more than one character/],
  ['zZzZzZzZzZzZ', 'ann@example.org', /more than one character/],
  ['x-Margaret-99', 'margaret@example.org', /e-mail address/],
  ['margaret@example.org', 'Margaret@Example.org', /e-mail address/],
  ['Commonweal-2026!', 'ann@example.org', /this platform/],
  ['my common weal', 'ann@example.org', /this platform/],
  ['correct horse battery', 'ann@example.org', undefined],
  ['finally some rain', 'al@example.org', undefined],
])('%s for %s', (password, email, expected) => {
  const weakness = weaknessOf(password, email);
  if (expected) expect(weakness).toMatch(expected);
  else expect(weakness).toBeUndefined();
});

test('the list contains only passwords that are long enough to be chosen', () => {
  expect(commonPasswords.size).toBeGreaterThan(100);
  expect([...commonPasswords].filter((each) => each.length < 10 || each !== each.toLowerCase())).toEqual([]);
});

test('a hash is argon2id, names its parameters and matches its password only', async () => {
  const made = await hashOf('correct horse battery');
  expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPasswordOf(made, 'correct horse battery')).toBe(true);
  expect(await isPasswordOf(made, 'Correct horse battery')).toBe(false);
  expect(await hashOf('correct horse battery')).not.toBe(made);
});

test('a password is the same on every keyboard', async () => {
  const [composed, decomposed] = [
    'caf\u00e9 caf\u00e9 caf\u00e9',
    'cafe\u0301 cafe\u0301 cafe\u0301',
  ] as const;
  expect(await isPasswordOf(await hashOf(composed), decomposed)).toBe(true);
  expect(await isPasswordOf(await hashOf(decomposed), composed)).toBe(true);
});

test('the hash of a missing account is never matched', async () => {
  expect(await isPasswordOf(undefined, 'correct horse battery')).toBe(false);
});

test('a hash with lower parameters is outdated, one of today is not', async () => {
  expect(isOutdated(await hash('correct horse battery', { memoryCost: 8192, timeCost: 2 }))).toBe(true);
  expect(isOutdated(await hash('correct horse battery', { memoryCost: 19_456, timeCost: 1 }))).toBe(true);
  expect(isOutdated(await hashOf('correct horse battery'))).toBe(false);
});
