import { action } from '#lib/service';
import { receiptPdf } from '../pdf/receipt.pdf.ts';
import { receiptFor } from '../receipt.view.ts';

export default action('receipts.pdf', async function (ctx) {
  const receipt = await receiptFor(this, ctx);
  const pdf = await receiptPdf(receipt);
  return { pdf: pdf.toString('base64'), file_name: `receipt-${receipt.number}.pdf` };
});
