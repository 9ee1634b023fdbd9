import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { listPayouts } from '../payout.store.ts';

export default action('payments.list_payouts', async function ({ params }) {
  const page = pageQuery(params);
  const { beneficiary = null } = params;
  return toPage(await listPayouts(this.db, { beneficiary, ...page }), page);
});
