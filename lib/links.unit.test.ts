import { expect, test } from '@jest/globals';
import { isSignedLink, signLink } from './links.ts';

const [mine, other] = ['0197f0a0-0000-7000-8000-000000000001', '0197f0a0-0000-7000-8000-000000000002'];

test('the token of a link opens its pledge, and goes into a URL as it is', () => {
  const token = signLink('a secret', mine);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(isSignedLink('a secret', mine, token)).toBe(true);
});

test('it opens no other pledge, and none on a platform with another secret', () => {
  expect(isSignedLink('a secret', other, signLink('a secret', mine))).toBe(false);
  expect(isSignedLink('a secret', mine, signLink('another', mine))).toBe(false);
});

test.each(['', 'x', 'é'.repeat(43), 'A'.repeat(43), `${signLink('a secret', mine)}=`])(
  'what is no token opens nothing: "%s"',
  (token) => {
    expect(isSignedLink('a secret', mine, token)).toBe(false);
  },
);
