import type { Payment } from '#contracts';
import { world } from '#lib/world';

/** A payment of 10 EUR for a pledge, as it is opened. */
export const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  id: world.newId(),
  purpose: { kind: 'pledge', id: world.newId() },
  beneficiary: 'campaign:1',
  provider: 'stripe',
  reference: null,
  amount: 1000,
  currency: 'EUR',
  status: 'PENDING',
  captured_amount: 0,
  refunded_amount: 0,
  charged_back_amount: 0,
  fee_amount: 0,
  refunds: [],
  created_at: world.now(),
  version: 1,
  ...changes,
});
