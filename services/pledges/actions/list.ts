import { pageFrom, pageOf } from '#lib/pages';
import { action } from '#lib/service';
import { listPledges } from '../pledge.store.ts';

export default action('pledges.list', async function ({ params, meta }) {
  const { user_id, permissions } = meta.caller!;
  const page = pageOf(params);
  const donor_id = permissions.includes('admin') ? null : user_id;
  return pageFrom(await listPledges(this.db, { donor_id, ...page }), page);
});
