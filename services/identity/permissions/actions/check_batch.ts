import { action } from '#lib/service';
import { checkAll } from '../permissions.view.ts';

export default action('permissions.check_batch', async function ({ params: { checks }, meta: { caller } }) {
  return { data: await checkAll(this.db, caller!, checks) };
});
