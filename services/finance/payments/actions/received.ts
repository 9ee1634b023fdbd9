import { pageFrom, pageOf } from '#lib/pages';
import { action } from '#lib/service';
import { listWebhooks } from '../payment.store.ts';

export default action('payments.received', async function ({ params }) {
  const page = pageOf(params);
  const { payment_id = null, outcome = null } = params;
  return pageFrom(await listWebhooks(this.db, { payment_id, outcome, ...page }), page);
});
