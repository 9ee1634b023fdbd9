import { addMs } from '#lib/world';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HOTP, Secret } from 'otpauth';
import { appOf, codeIn, stepOf } from './totp.codes.ts';

/** The secret of RFC 6238's test vectors, for SHA-1. */
const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B: codes of eight digits, whose last six are those of six.
test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238: at %i s the code is that of the test vector', (seconds, code) => {
  const at = new Date(seconds * 1000).toISOString();
  expect(stepOf(secret, code.slice(-6), at, null)).toBe(Math.floor(seconds / 30));
});

const codeOf = (step: number) =>
  HOTP.generate({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }), counter: step });
const steps = fc.integer({ min: 10, max: 200_000_000 });
const within = fc.integer({ min: 0, max: 29_999 });

test('a code is taken within a step of its own, and of no step that was used or is before one', () => {
  const offs = fc.integer({ min: -3, max: 3 });
  fc.assert(
    fc.property(steps, within, offs, fc.option(offs), (now, ms, off, last) => {
      const at = addMs(new Date(now * 30_000).toISOString(), ms);
      const step = stepOf(secret, codeOf(now + off), at, last === null ? null : now + last);
      // Two steps have the same code once in a million.
      if (step !== undefined && step !== now + off) return codeOf(step) === codeOf(now + off);
      expect(step !== undefined).toBe(Math.abs(off) <= 1 && (last === null || off > last));
      return true;
    }),
  );
});

test.each([
  ['287082', '287082'],
  [' 287 082 ', '287082'],
  ['２８７０８２', '287082'],
  ['', undefined],
  ['12345', undefined],
  ['1234567', undefined],
  ['-12345', undefined],
  ['12345६', undefined],
  ['abcdef', undefined],
])('%j is read as %j', (text, code) => {
  expect(codeIn(text)).toBe(code);
});

test('an app is told whose account it is for, and what every app knows', () => {
  const { secret: text, otpauth_url } = appOf(secret, 'ann@example.org');
  expect(text).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  const url = new URL(otpauth_url);
  expect(url.protocol + url.host + decodeURIComponent(url.pathname)).toBe(
    'otpauth:totp/Commonweal:ann@example.org',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: 'Commonweal',
    secret: text,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
