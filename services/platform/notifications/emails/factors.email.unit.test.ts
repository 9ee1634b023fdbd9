import { expect, test } from '@jest/globals';
import { factorAddedEmail, factorRemovedEmail } from './factor-changed.email.ts';
import { factorGuessedEmail, recoveryCodesRenewedEmail, recoveryCodeUsedEmail } from './factor-used.email.ts';

const to = { name: 'Ada', address: 'ada@example.org' };
const at = '2026-06-01T12:34:56.000Z';
const passkey = { to, at, factor: 'passkey' as const, name: 'Phone' };

test.each([
  ['a new passkey', factorAddedEmail(passkey), 'The passkey “Phone” was added to'],
  [
    'a new app',
    factorAddedEmail({ ...passkey, factor: 'totp', name: null }),
    'An authenticator app was added to',
  ],
  ['a passkey less', factorRemovedEmail(passkey), 'The passkey “Phone” was removed from'],
  [
    'a password less',
    factorRemovedEmail({ ...passkey, factor: 'password', name: null }),
    'The password was removed',
  ],
  ['a used recovery code', recoveryCodeUsedEmail({ to, at, left: 3 }), 'You have 3 left: make new ones soon'],
  ['new recovery codes', recoveryCodesRenewedEmail({ to, at }), 'The old ones work no more'],
  ['guesses', factorGuessedEmail({ to, at }), 'five wrong codes'],
])(
  'the e-mail about %s says what happened, when, and what to do if it was somebody else',
  (_what, email, says) => {
    expect(email.to).toEqual(to);
    expect(email.subject).toMatch(/^\S.{5,60}$/);
    expect(email.text).toMatch(/^Hello Ada,\n\n/);
    for (const part of [says, '1 June 2026 at 12:34 UTC', 'change']) expect(email.text).toContain(part);
    for (const line of email.text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  },
);

test('a passkey that is called by a message or a link is called nothing', () => {
  const { text } = factorAddedEmail({ ...passkey, name: 'Call us: evil.example/help' });
  expect(text).toContain('A passkey was added to');
  expect(text).not.toContain('evil');
});
