import { action } from '#lib/service';
import { receiptPage } from '../receipt.page.ts';
import { receiptFor } from '../receipt.view.ts';

export default action('receipts.page', async function (ctx) {
  return receiptPage(await receiptFor(this, ctx));
});
