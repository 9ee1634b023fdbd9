import { expect, test } from '@jest/globals';
import { guestIdOf, isSignedLink, signLink } from './guest-link.ts';

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
  'another text than the token opens nothing: "%s"',
  (token) => {
    expect(isSignedLink('a secret', mine, token)).toBe(false);
  },
);

test('a guest has one id by their address, however it is written, and another id on a platform with another secret', () => {
  const id = guestIdOf('a secret', 'gwen@example.org');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(guestIdOf('a secret', 'Gwen@Example.org')).toBe(id);
  expect(guestIdOf('a secret', 'ann@example.org')).not.toBe(id);
  expect(guestIdOf('another', 'gwen@example.org')).not.toBe(id);
});
