import { expect, test } from '@jest/globals';
import { renewalFailedEmail } from './renewal-failed.email.ts';
import { subscriptionLapsedEmail } from './subscription-lapsed.email.ts';
import { subscriptionStartedEmail } from './subscription-started.email.ts';

const to = { name: 'Greta', address: 'greta@example.org' };
const url = 'https://give.example/subscriptions/1?token=2';
const gift = { to, url, amount: 1050, currency: 'EUR' };
const at = '2026-03-01T12:00:00.000Z';

test('who begins to give is told when the card is charged next, and where it ends', () => {
  const email = subscriptionStartedEmail({ ...gift, interval: 'month', due_at: at });
  expect(email.to).toEqual(to);
  expect(email.subject).toBe('Your gift of €10.50 each month');
  expect(email.text).toContain('charged next on 1 March 2026');
  expect(email.text.split('\n')).toContain(url);
});

test.each([
  ['insufficient_funds', 'the account did not have enough money'],
  ['stolen_card', 'the card was declined'],
  ['not_paid_in_time', 'your bank did not answer'],
])('who could not be charged (%s) is told why, when it is tried next, and what to do', (reason, why) => {
  const { text, subject } = renewalFailedEmail({ ...gift, reason, retry_at: at });
  expect(subject).toBe('Your gift of €10.50 could not be charged');
  expect(text).toContain(`could not be charged: ${why}.`);
  expect(text).toContain('We try again on 1 March 2026');
  expect(text.split('\n')).toContain(url);
});

test('who was tried for the last time is told that it has ended', () => {
  const { text } = subscriptionLapsedEmail({ ...gift, reason: 'expired_card' });
  expect(text).toContain('several times: the card has expired.');
  expect(text).toContain('It has ended, and nothing more is charged');
});

test('who has no name that can be written is greeted without one', () => {
  const { text } = renewalFailedEmail({ ...gift, to: { ...to, name: '' }, reason: '', retry_at: at });
  expect(text.split('\n')[0]).toBe('Hello,');
});
