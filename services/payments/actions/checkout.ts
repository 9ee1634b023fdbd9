import type { Payment } from '#contracts';
import { fail } from '#lib/errors';
import { action, type Service } from '#lib/service';
import { world } from '#lib/world';
import { listPaymentsOf } from '../payment.store.ts';
import { providerOf } from '../providers/index.ts';

export default action('payments.checkout', async function (ctx) {
  const { pledge_id } = ctx.params;
  const payment = await findSoon(this, pledge_id);
  return { location: await providerOf(this, payment.provider).checkout(ctx, payment) };
});

// A donor can be faster than the message of his pledge, which takes some ms.
const LOOKS = 20;
const BETWEEN_MS = 100;

/** The payment of a pledge, if it comes about within 2 s. Throws PAYMENT_NOT_FOUND. */
async function findSoon({ db }: Service, pledge_id: string): Promise<Payment> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const [payment] = await listPaymentsOf(db, pledge_id);
    if (payment) return payment;
    await world.sleep(BETWEEN_MS);
  }
  throw fail('PAYMENT_NOT_FOUND', { pledge_id });
}
