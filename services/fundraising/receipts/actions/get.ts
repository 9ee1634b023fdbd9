import { action } from '#lib/service';
import { receiptFor } from '../receipt.view.ts';

export default action('receipts.get', function (ctx) {
  return receiptFor(this, ctx);
});
