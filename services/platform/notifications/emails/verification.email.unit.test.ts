import { world } from '#lib/world';
import { expect, test } from '@jest/globals';
import { verificationEmail } from './verification.email.ts';

const url = 'https://give.example/verify-email?token=1.2.3';

test('an address is verified by the link in an e-mail to it alone', () => {
  const payload = { user_id: world.newId(), email: 'ann@example.org', url, expires_at: world.now() };
  const { to, subject, text } = verificationEmail(payload);
  expect(to).toEqual({ name: '', address: 'ann@example.org' });
  expect(subject).toBe('Please verify your address');
  expect(text.split('\n')).toContain(url);
});
