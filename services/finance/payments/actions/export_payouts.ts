import { toExportPage } from '#lib/pagination';
import { action } from '#lib/service';
import { readAllPayouts } from '../payment-export.store.ts';

export default action('payments.export_payouts', async function ({ params: { cursor } }) {
  return toExportPage(await readAllPayouts(this.db, cursor), ({ id }) => id);
});
