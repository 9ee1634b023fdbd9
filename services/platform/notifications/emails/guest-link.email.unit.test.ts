import { expect, test } from '@jest/globals';
import { guestLinkEmail } from './guest-link.email.ts';

const url = 'https://give.example/pledges/1?token=2';
const payment_url = 'https://give.example/pay/1';
const donor = { name: 'Gwen', email: 'gwen@example.org' };
const pledge = { donor, amount: 1050, currency: 'EUR', title: 'A well', url, payment_url };
const emailTo = (name: string, amount = 1050, currency = 'EUR') =>
  guestLinkEmail({ ...pledge, donor: { ...donor, name }, amount, currency });

test('a guest is sent the link that opens their pledge', () => {
  const { to, text } = emailTo('Gwen');
  expect(to).toEqual({ name: 'Gwen', address: 'gwen@example.org' });
  expect(text.split('\n')).toContain(url);
  expect(text).toContain('to “A well”.');
});

test('a guest is sent where to pay only while there is something to pay', () => {
  expect(guestLinkEmail(pledge).text.split('\n')).toContain(payment_url);
  expect(guestLinkEmail({ ...pledge, payment_url: null }).text).not.toContain('pay');
});

test.each([
  ['A well: 2026, part 3', '“A well: 2026, part 3”'],
  ['Help St. Mary', '“Help St. Mary”'],
  ['A well\r\nfor all', '“A well for all”'],
  ['see evil.example', 'a campaign'],
  ['https://evil', 'a campaign'],
  ['win@evil', 'a campaign'],
  ['Call 0900 123 4567', 'a campaign'],
  ['\u202e', 'a campaign'],
])('the campaign %j is written as %s', (title, written) => {
  expect(guestLinkEmail({ ...pledge, title }).text).toContain(`of €10.50 to ${written}.`);
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
  expect(text.replaceAll('\u00a0', ' ')).toContain(`thank you for your pledge of ${price} to`);
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
