import { action } from '#lib/service';
import { checkAll } from '../permissions.view.ts';

export default action('permissions.check', async function ({ params, meta: { caller } }) {
  const [answer] = await checkAll(this.db, caller!, [params]);
  return answer!;
});
