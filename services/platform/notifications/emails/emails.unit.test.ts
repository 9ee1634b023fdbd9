import { expect, test } from '@jest/globals';
import { disputeOpenedEmail } from './dispute-opened.email.ts';
import { disputeWonEmail } from './dispute-won.email.ts';
import { paymentDeclinedEmail } from './payment-declined.email.ts';
import { conflictToResolveEmail, pledgeConflictedEmail } from './pledge-conflicted.email.ts';
import { refundFailedEmail } from './refund-failed.email.ts';
import { refundSucceededEmail } from './refund-succeeded.email.ts';

const it = {
  to: { name: 'Ada', address: 'ada@example.org' },
  title: 'A well',
  amount: 1050,
  currency: 'EUR',
  pledge_id: '0198c0de-0000-7000-8000-000000000000',
  url: 'https://give.example/pledges/1?token=2',
  payment_url: 'https://give.example/pay/1',
};

test.each([
  ['a declined payment', paymentDeclinedEmail, [it.payment_url, it.url]],
  ['a refund', refundSucceededEmail, [it.url]],
  ['a refund that failed', refundFailedEmail, [it.pledge_id]],
  ['a dispute', disputeOpenedEmail, [it.pledge_id]],
  ['a dispute that was won', disputeWonEmail, [it.pledge_id]],
  ['a conflict', pledgeConflictedEmail, [it.pledge_id]],
  ['a conflict to resolve', conflictToResolveEmail, [`POST /api/pledges/${it.pledge_id}/resolve`]],
])(
  'the e-mail about %s says to whom, how much, of which campaign, and where to go on',
  (_what, write, ways) => {
    const { to, subject, text } = write(it);
    expect(to).toEqual(it.to);
    expect(subject).toMatch(/^\S.{5,60}$/);
    expect(text).toMatch(/^Hello Ada,\n\n/);
    for (const part of ['€10.50', '“A well”', ...ways]) expect(text).toContain(part);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  },
);

test.each([
  ['a declined payment', paymentDeclinedEmail],
  ['a refund that failed', refundFailedEmail],
])('the e-mail about %s gives the reason, on one line, where there is one', (_what, write) => {
  expect(write(it).text).not.toContain('reason');
  expect(write({ ...it, reason: 'Your card\r\nhas expired.' }).text).toContain(
    '\n\nThe reason given: Your card has expired.\n\n',
  );
});

test('only who must resolve a conflict is told how', () => {
  expect(pledgeConflictedEmail(it).text).not.toContain('resolve');
});
