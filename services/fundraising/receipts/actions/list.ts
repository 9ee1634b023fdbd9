import { may } from '#lib/caller';
import { fail } from '#lib/errors';
import { pageQuery, toPage } from '#lib/pagination';
import { action } from '#lib/service';
import { listReceipts } from '../receipt.store.ts';
import { shownTo } from '../receipt.view.ts';

export default action('receipts.list', async function ({ params, meta: { caller } }) {
  const { organisation_id: wanted = null, pledge_id = null } = params;
  const { user_id } = caller!;
  const readsAny = may(caller, 'receipts:read_any');
  const organisation_id = wanted === 'me' ? user_id : wanted;
  if (organisation_id !== null && organisation_id !== user_id && !readsAny)
    throw fail('PERMISSION_DENIED', { permission: 'receipts:read_any' });
  const donor_id = readsAny || organisation_id !== null ? null : user_id;
  const page = pageQuery(params);
  const receipts = await listReceipts(this.db, { donor_id, organisation_id, pledge_id, ...page });
  return toPage(
    receipts.map((receipt) => shownTo(this, receipt, { caller, has_link: false })),
    page,
  );
});
