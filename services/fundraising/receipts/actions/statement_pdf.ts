import { action } from '#lib/service';
import { statementPdf } from '../pdf/statement.pdf.ts';
import { statementOf } from '../statement.ts';

export default action('receipts.statement_pdf', async function (ctx) {
  const pdf = await statementPdf(await statementOf(this, ctx));
  return { pdf: pdf.toString('base64'), file_name: `statement-${ctx.params.year}.pdf` };
});
