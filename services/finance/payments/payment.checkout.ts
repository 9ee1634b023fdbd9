// The payment that somebody comes to pay.
import type { Payment } from '#contracts';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { listPaymentsOf } from './payment.store.ts';

// They can be faster than the message about what they pay, which takes some ms.
const LOOKS = 20;
const BETWEEN_MS = 100;

/** The payment of a purpose, if it comes about within 2 s. Throws PAYMENT_NOT_FOUND, and PAYMENT_NOT_OPEN where it was given up. */
export async function findOpenSoon({ db }: Service, purpose_id: string): Promise<Payment> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const [payment] = await listPaymentsOf(db, purpose_id);
    if (payment?.status === 'VOIDED') throw fail('PAYMENT_NOT_OPEN', { purpose_id });
    if (payment) return payment;
    await world.sleep(BETWEEN_MS);
  }
  throw fail('PAYMENT_NOT_FOUND', { purpose_id });
}
