import { world } from '#lib/world';
import { expect, test } from '@jest/globals';
import { guestLinkEmail } from './email.rules.ts';

const url = 'https://give.example/api/pledges/1?token=2';
const emailTo = (name: string, amount = 1050, currency = 'EUR') =>
  guestLinkEmail(
    world.newId(),
    { pledge_id: world.newId(), donor: { name, email: 'gwen@example.org' }, amount, currency },
    url,
  );

test('a guest is sent the link that opens their pledge', () => {
  const { to, text } = emailTo('Gwen');
  expect(to).toEqual({ name: 'Gwen', address: 'gwen@example.org' });
  expect(text.split('\n')).toContain(url);
});

test.each([
  [1050, 'EUR', '€10.50'],
  [5, 'EUR', '€0.05'],
  [100, 'EUR', '€1.00'],
  [123_456, 'JPY', '¥123,456'],
  [1050, 'KWD', 'KWD 1.050'],
  [100_000_000_000, 'USD', '$1,000,000,000.00'],
])('%d of %s are written as %s', (amount, currency, price) => {
  const { subject, text } = emailTo('Gwen', amount, currency);
  expect(subject.replaceAll('\u00a0', ' ')).toBe(`Your pledge of ${price}`);
  expect(text.replaceAll('\u00a0', ' ')).toContain(`thank you for your pledge of ${price}.`);
});

test.each([
  ['Zoë  Müller-Lüdenscheidt', 'Zoë Müller-Lüdenscheidt'],
  ["Conan O'Brien Jr.", "Conan O'Brien Jr."],
  ['Eve\r\nBcc: all@example.org', ''],
  ['Eve\r\n\r\nYou have won', 'Eve You have won'],
  ['E\u2028ve\u0000\u202e', 'E ve'],
  ['win at evil.example', ''],
  ['https://evil.example', ''],
  ['www evil example', ''],
  ['win at evil．example', ''],
  ['You have won, call 0900 123', ''],
  ['Charles 3rd', 'Charles 3rd'],
  ['<b>Eve</b>', ''],
  ['a'.repeat(61), ''],
  [' \t', ''],
  ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
  ['St. John', 'St. John'],
  ["Mary-Jane O'Neil", "Mary-Jane O'Neil"],
  ['李小龙', '李小龙'],
  ['Dr. A.B. Ceé', 'Dr. A.B. Ceé'],
  ['A.B', 'A.B'],
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['👨‍👩‍👧‍👦'.repeat(60), '👨‍👩‍👧‍👦'.repeat(60)],
  ['👨‍👩‍👧‍👦'.repeat(61), ''],
  ['evil.com', ''],
  ['J.R.evil.com', ''],
  ['evil。com', ''],
  ['www.x.y', ''],
  ['t.me/x', ''],
  ['t.me', ''],
  ['call 0123 456 789', ''],
  ['call ٠١٢٣٤', ''],
  ['\u2800\u3164', ''],
])('the name %j is written as %j', (name, written) => {
  const { to, text } = emailTo(name);
  expect(to.name).toBe(written);
  expect(text.split('\n')[0]).toBe(written ? `Hello ${written},` : 'Hello,');
});
