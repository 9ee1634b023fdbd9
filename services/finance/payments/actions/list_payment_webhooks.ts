import { action } from '#lib/service';
import { listWebhooksOf } from '../payment.store.ts';

export default action('payments.list_payment_webhooks', async function ({ params: { id } }) {
  return { data: await listWebhooksOf(this.db, id), next_cursor: null };
});
