import { action } from '#lib/service';
import { pageQuery, toPage } from '#lib/pagination';
import { listWriteOffs } from '../payout.store.ts';

export default action('payments.list_write_offs', async function ({ params }) {
  const page = pageQuery(params);
  return toPage(await listWriteOffs(this.db, { beneficiary: params.beneficiary ?? null, ...page }), page);
});
