import { action } from '#lib/service';
import { paymentOf } from '../sandbox-payment.store.ts';

export default action('sandbox.get', function ({ params: { id } }) {
  return paymentOf(this.db, id);
});
