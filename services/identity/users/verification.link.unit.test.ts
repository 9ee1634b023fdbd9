import { addMs, world } from '#lib/world';
import { expect, test } from '@jest/globals';
import { isVerificationToken, userIn, verificationTokenOf } from './verification.link.ts';

const ann = { user_id: world.newId(), email: 'ann@example.org' };
const end = '2026-02-01T12:00:00.000Z';
const token = verificationTokenOf('a secret', ann, end);
const opens = (secret: string, linked: typeof ann, text: string, at = addMs(end, -1)) =>
  isVerificationToken(secret, linked, text, at);

test('a link verifies one address of one user, until it ends', () => {
  expect(userIn(token)).toBe(ann.user_id);
  expect(opens('a secret', ann, token)).toBe(true);
  expect(opens('a secret', ann, token, end)).toBe(false);
  expect(opens('another', ann, token)).toBe(false);
  expect(opens('a secret', { ...ann, email: 'bob@example.org' }, token)).toBe(false);
  expect(opens('a secret', { ...ann, user_id: world.newId() }, token)).toBe(false);
});

test('nobody prolongs a link, or makes it another user’s', () => {
  const [user_id, expires_ms, mac] = token.split('.') as [string, string, string];
  const later = [user_id, Number(expires_ms) + 1, mac].join('.');
  expect(opens('a secret', ann, later)).toBe(false);
  const bob = { ...ann, user_id: world.newId() };
  expect(opens('a secret', bob, [bob.user_id, expires_ms, mac].join('.'))).toBe(false);
});

test.each(['', 'token', `${'-'.repeat(36)}.1.${'x'.repeat(43)}`, `${token}x`, token.slice(0, -1)])(
  '%j verifies nothing',
  (text) => {
    expect(opens('a secret', ann, text)).toBe(false);
  },
);
