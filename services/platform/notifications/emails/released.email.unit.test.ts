import { expect, test } from '@jest/globals';
import { releasedEmail } from './released.email.ts';

const to = { name: 'Dora', address: 'dora@example.org' };
const released = {
  to,
  title: 'A well',
  amount: 1050,
  refund_amount: 1050,
  currency: 'EUR',
  because: 'goal_missed',
} as const;

test('a donor is told that the goal was missed, and what they get back', () => {
  const email = releasedEmail(released);
  expect(email).toMatchObject({ to, subject: 'You get back €10.50' });
  expect(email.text).toMatch(/^Hello Dora,\n/);
  expect(email.text).toContain(
    '“A well”. It was to be all or nothing, and it did not reach its goal in time.',
  );
  expect(email.text).toContain('sending your €10.50 back');
});

test('a donor of a campaign that was called off is told so', () => {
  const { text } = releasedEmail({ ...released, because: 'called_off' });
  expect(text).toContain('“A well”. It was called off.');
  expect(text).not.toContain('goal');
});

test('a donor gets back what was not refunded before', () => {
  expect(releasedEmail({ ...released, refund_amount: 50 }).text).toContain('sending your €0.50 back');
});

test('a donor who has not paid yet is told that nothing is taken', () => {
  const { subject, text } = releasedEmail({ ...released, refund_amount: 0 });
  expect(subject).toBe('Your pledge of €10.50 is cancelled');
  expect(text).toContain('nothing is taken');
  expect(text).not.toContain('back');
});

test('a title that could lead somewhere is left out', () => {
  expect(releasedEmail({ ...released, title: 'see evil.example' }).text).toContain(
    'you pledged to a campaign.',
  );
});
