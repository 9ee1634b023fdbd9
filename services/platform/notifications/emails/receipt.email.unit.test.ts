import { expect, test } from '@jest/globals';
import { receiptEmail } from './receipt.email.ts';

const issued = {
  receipt_id: '0197f0a0-0000-7000-8000-000000000001',
  number: '2026-000017',
  kind: 'RECEIPT' as const,
  cancels_number: null,
  pledge_id: '0197f0a0-0000-7000-8000-000000000002',
  donor: { name: 'Ann', address: 'ann@example.org' },
  amount: 2500,
  currency: 'EUR',
  organisation_name: 'Wells for All',
  campaign_title: 'A well',
  issued_at: '2026-11-30T12:00:00.000Z',
  url: 'https://give.example/receipts/1?token=t',
};

test('a receipt is announced with its number, its amount and its link', () => {
  const { to, subject, text } = receiptEmail(issued);
  expect(to).toEqual({ name: 'Ann', address: 'ann@example.org' });
  expect(subject).toBe('Your receipt 2026-000017');
  for (const said of ['Hello Ann,', '€25.00', '“A well”', '2026-000017', issued.url])
    expect(text).toContain(said);
});

test('a cancellation names the receipt that no longer counts', () => {
  const { subject, text } = receiptEmail({
    ...issued,
    kind: 'CANCELLATION',
    number: '2026-000018',
    cancels_number: '2026-000017',
  });
  expect(subject).toBe('Receipt 2026-000017 was cancelled');
  expect(text).toContain('receipt 2026-000017 for €25.00');
  expect(text).toContain('2026-000018');
  expect(text).toContain(issued.url);
});

test('a name that could lead somewhere is left out', () => {
  const donor = { name: 'Win at http://evil.example', address: 'ann@example.org' };
  const { to, text } = receiptEmail({ ...issued, donor });
  expect(to.name).toBe('');
  expect(text).toMatch(/^Hello,\n/);
  expect(text).not.toContain('evil');
});
