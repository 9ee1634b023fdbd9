import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { listPaymentsOf } from '../payment.store.ts';
import { providerOf } from '../providers/index.ts';

export default action('payments.checkout', async function (ctx) {
  const { pledge_id } = ctx.params;
  const [payment] = await listPaymentsOf(this.db, pledge_id);
  if (!payment) throw fail('PAYMENT_NOT_FOUND', { pledge_id });
  return { location: await providerOf(this, payment.provider).checkout(ctx, payment) };
});
