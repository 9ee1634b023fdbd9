import { fail } from '#lib/errors';
import { toExportPage } from '#lib/pagination';
import { action } from '#lib/service';
import { readLedger } from '../payment-export.store.ts';

export default action('payments.export_ledger', async function ({ params }) {
  const { from, to } = params;
  if (from !== undefined && to !== undefined && Date.parse(to) <= Date.parse(from))
    throw fail('VALIDATION_FAILED', { errors: [{ pointer: '/to', message: 'must be after `from`' }] });
  return toExportPage(await readLedger(this.db, params), ({ id }) => id);
});
