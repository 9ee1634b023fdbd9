import { fail } from '#lib/errors';
import { action } from '#lib/service';
import { findPayment } from '../sandbox-payment.store.ts';

export default action('sandbox.get', async function ({ params: { id } }) {
  const payment = await findPayment(this.db, id);
  if (!payment) throw fail('PAYMENT_NOT_FOUND', { id });
  return payment;
});
