import { action } from '#lib/service';
import { findPayment } from '../sandbox-payment.store.ts';

export default action('sandbox.query', async function ({ params: { id } }) {
  return { reports: (await findPayment(this.db, id))?.reports ?? [] };
});
