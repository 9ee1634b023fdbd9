import { expect, test } from '@jest/globals';
import {
  accountDeletedEmail,
  accountMovedEmail,
  confirmNewAddressEmail,
  confirmOldAddressEmail,
  newDeviceEmail,
  passwordChangedEmail,
  passwordResetEmail,
  programAdmittedEmail,
  tokenReuseEmail,
} from './account.email.ts';

const to = { name: 'Ada', address: 'ada@example.org' };
const at = '2026-01-31T12:34:56.000Z';
const change = {
  old_email: 'ada@example.org',
  new_email: 'ada@example.net',
  old_url: 'https://give.example/confirm-email?token=1.old.2',
  new_url: 'https://give.example/confirm-email?token=1.new.2',
};
const url = 'https://give.example/reset-password?token=1.2';

test.each([
  ['a reset', passwordResetEmail({ email: 'ada@example.org', url, expires_at: at }), [url, 'an hour']],
  [
    'a changed password',
    passwordChangedEmail({ to, because: 'change', at }),
    ['2026-01-31 at 12:34 UTC', 'else'],
  ],
  ['a password that was reset', passwordChangedEmail({ to, because: 'reset', at }), ['reset by a link']],
  ['a copied token', tokenReuseEmail({ to, at }), ['signed that device out']],
  [
    'a new device',
    newDeviceEmail({ to, device: 'Firefox on Linux', address: '192.0.2.1', at }),
    ['Firefox on Linux, at 192.0.2.1'],
  ],
  ['an old address', confirmOldAddressEmail(change), [change.old_url, change.new_email]],
  [
    'an account that moved',
    accountMovedEmail({ old_email: 'ada@example.org', email: change.new_email }),
    [change.new_email],
  ],
  [
    'a program that was let in',
    programAdmittedEmail({ to, name: 'Reports', permissions: ['account:read', 'pledges:create'], at }),
    ['Reports', '\naccount:read\npledges:create\n', '2026-01-31 at 12:34 UTC'],
  ],
  [
    'a deleted account',
    accountDeletedEmail({ to, erased_at: at }),
    ['2026-01-31 at 12:34 UTC', 'take it back'],
  ],
])(
  'the e-mail about %s goes to the owner, and says what to do',
  (_what, { to: whom, subject, text }, parts) => {
    expect(whom.address).toBe('ada@example.org');
    expect(subject).toMatch(/^\S.{5,60}$/);
    expect(text).toMatch(/^Hello( Ada)?,\n\n/);
    for (const part of parts) expect(text).toContain(part);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  },
);

test('the e-mail to a new address has its own link, and says nothing of the account', () => {
  const { to: whom, text } = confirmNewAddressEmail(change);
  expect(whom).toEqual({ name: '', address: 'ada@example.net' });
  expect(text.split('\n')).toContain(change.new_url);
  expect(text).not.toContain(change.old_email);
});
