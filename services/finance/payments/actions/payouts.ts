import { pageFrom, pageOf } from '#lib/pages';
import { action } from '#lib/service';
import { listPayouts } from '../payout.store.ts';

export default action('payments.payouts', async function ({ params }) {
  const page = pageOf(params);
  const { campaign_id = null } = params;
  return pageFrom(await listPayouts(this.db, { campaign_id, ...page }), page);
});
