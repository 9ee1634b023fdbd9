// Receipts for tests.
import { world } from '#lib/world';
import type { KeptReceipt } from './receipt.rules.ts';

export const aKeptReceipt = (changes: Partial<KeptReceipt> = {}): KeptReceipt => ({
  id: world.newId(),
  number: '2026-000017',
  kind: 'RECEIPT',
  cancels: null,
  issued_at: '2026-11-30T12:00:00.000Z',
  organisation_id: world.newId(),
  organisation_name: 'Wells for All',
  campaign_id: world.newId(),
  campaign_title: 'A well',
  pledge_id: world.newId(),
  donor_id: world.newId(),
  donor_name: 'Ann',
  donor_address: 'ann@example.org',
  anonymous: false,
  amount: 250_000,
  currency: 'EUR',
  received_at: '2026-11-29T23:59:59.000Z',
  ...changes,
});
