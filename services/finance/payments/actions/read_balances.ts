import { action } from '#lib/service';
import { readBalances } from '../payout.store.ts';

export default action('payments.read_balances', async function ({ params: { campaign_ids } }) {
  return { data: await readBalances(this.db, campaign_ids) };
});
