import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { methodsOf } from './authentication-methods.rules.ts';
import { afterWrong, FREE_GUESSES, waitOf, type Guesses } from './guesses.rules.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { relyingPartyOf } from './relying-party.rules.ts';

const at = '2026-06-01T12:00:00.000Z';

test('who mistypes four times waits for nothing; then waits double, up to an hour', () => {
  let guesses: Guesses = { wrong: 0, again_at: null };
  const waits = Array.from({ length: 14 }, () => waitOf((guesses = afterWrong(guesses, at)), at) / 60);
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
});

test('however many codes were wrong, nobody waits for more than an hour', () => {
  fc.assert(
    fc.property(fc.nat(), (wrong) => {
      const wait = waitOf(afterWrong({ wrong }, at), at);
      expect(wait).toBeLessThanOrEqual(3600);
      expect(wait > 0).toBe(wrong + 1 >= FREE_GUESSES);
    }),
  );
});

test.each([
  ['https://give.example', 'give.example', 'https://give.example'],
  ['https://give.example:8443', 'give.example', 'https://give.example:8443'],
  ['http://localhost:8080', 'localhost', 'http://localhost:8080'],
  ['http://a.localhost:8080', 'a.localhost', 'http://a.localhost:8080'],
  ['http://127.0.0.1:8080', 'localhost', 'http://localhost:8080'],
  ['http://[::1]:8080', 'localhost', 'http://localhost:8080'],
])('at %s passkeys are for %s, on pages of %s', (url, id, origin) => {
  expect(relyingPartyOf(url)).toEqual({ id, origin });
});

test.each(['http://192.0.2.1:8080', 'https://192.0.2.1', 'https://[2001:db8::1]', 'http://give.example'])(
  'at %s browsers have no passkeys',
  (url) => {
    expect(relyingPartyOf(url)).toBeNull();
  },
);

test('a passkey is a key and its owner; two factors where the device has checked who it is', () => {
  const use = { user_id: '', synced: false, is_verified: false };
  expect(methodsOf(use)).toEqual(['hwk', 'user']);
  expect(methodsOf({ ...use, synced: true, is_verified: true })).toEqual(['swk', 'user', 'mfa']);
});

test('recovery codes have 120 random bits each, and are read as people type them', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([a-z2-7]{6}-){3}[a-z2-7]{6}$/);
    const typed = ` ${code.toUpperCase().replaceAll('-', '  ').replaceAll('O', '0').replaceAll('L', '1')}`;
    expect(hashOfRecoveryCode(typed)).toBe(hashOfRecoveryCode(code));
  }
});
