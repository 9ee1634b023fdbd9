import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { listWebhooks } from '../payment.store.ts';

export default action('payments.list_webhooks', async function ({ params }) {
  const page = pageQuery(params);
  const { payment_id = null, outcome = null } = params;
  return toPage(await listWebhooks(this.db, { payment_id, outcome, ...page }), page);
});
