import { action } from '#lib/service';
import { statementOf } from '../statement.ts';

export default action('receipts.statement', function (ctx) {
  return statementOf(this, ctx);
});
