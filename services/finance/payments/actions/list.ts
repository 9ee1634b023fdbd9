import { action } from '#lib/service';
import { listPaymentsOf } from '../payment.store.ts';

export default action('payments.list', async function ({ params: { purpose_id } }) {
  return { data: await listPaymentsOf(this.db, purpose_id), next_cursor: null };
});
