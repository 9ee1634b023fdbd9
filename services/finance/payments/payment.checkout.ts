// The payment that a donor comes to pay.
import type { Payment } from '#contracts';
import { fail } from '#lib/errors';
import type { Service } from '#lib/service';
import { world } from '#lib/world';
import { listPaymentsOf } from './payment.store.ts';

// A donor can be faster than the message of their pledge, which takes some ms.
const LOOKS = 20;
const BETWEEN_MS = 100;

/** The payment of a pledge, if it comes about within 2 s. Throws PAYMENT_NOT_FOUND, and PAYMENT_NOT_OPEN where it was given up. */
export async function findOpenSoon({ db }: Service, pledge_id: string): Promise<Payment> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const [payment] = await listPaymentsOf(db, pledge_id);
    if (payment?.status === 'VOIDED') throw fail('PAYMENT_NOT_OPEN', { pledge_id });
    if (payment) return payment;
    await world.sleep(BETWEEN_MS);
  }
  throw fail('PAYMENT_NOT_FOUND', { pledge_id });
}
