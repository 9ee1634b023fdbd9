import { action } from '#lib/service';
import { readBalances } from '../beneficiary.store.ts';

export default action('payments.read_balances', async function ({ params: { beneficiaries } }) {
  return { data: await readBalances(this.db, beneficiaries) };
});
